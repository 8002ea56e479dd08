import ArgumentParser

@main
struct MockLineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mockline",
    abstract: "A telephone company that never bills you.",
    discussion: """
      Speaks the wire format of the providers under /46elks/a1/…, shows a page of phones at /
      and has a control interface for harnesses at /control/….
      """,
    subcommands: [Serve.self])
}
