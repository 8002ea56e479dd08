import ArgumentParser
import Gateway

/// `gatewayd case …`: work for humans, as a terminal shows it.
struct CaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case", abstract: "List cases from the terminal.", subcommands: [List.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List cases that are not closed, the gravest first.")
    @OptionGroup var source: ConfigurationOptions
    @Flag(help: "Closed ones too.") var all = false
    @Option(help: "At most so many.") var limit = 200

    func run() async throws {
      let text = try await source.administer { desk in
        let cases = try await desk.cases(includingClosed: all, limit: max(1, limit))
        return cases.isEmpty
          ? "There is no \(all ? "" : "open ")case." : WatchText(zone: desk.zone).cases(cases)
      }
      print(text)
    }
  }
}
