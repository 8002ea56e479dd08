import ArgumentParser
import CheckinFlows
import Gateway

/// `gatewayd voice …`: what callers hear.
struct VoiceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "voice", abstract: "Check and try the spoken prompts.",
    subcommands: [VoiceCheckCommand.self, VoiceRenderCommand.self])
}

/// `gatewayd voice check`: lists what is not recorded. Exit 2 when a prompt could not be said.
struct VoiceCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "List prompts without a recording, and try espeak-ng.")

  @OptionGroup var source: ConfigurationOptions

  func run() async throws {
    let values = try await source.layers().load()
    let report = await VoiceTools.check(
      promptsFolder: values.text("voice.prompts"),
      espeak: values.text("voice.espeak") ?? VoiceTools.espeak)
    for line in report.lines { print(line) }
    guard report.isComplete else { throw ExitCode(2) }
  }
}

/// `gatewayd voice render`: one text as a sound file.
struct VoiceRenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Say a text into a WAV file, as callers would hear it.")

  @OptionGroup var source: ConfigurationOptions

  @Argument(help: "The text. Spell numbers out: a speech engine reads them wrongly.")
  var text: String

  @Option(help: "The file to write.")
  var output: String

  @Option(help: "sv or en.")
  var language: LanguageArgument?

  func run() async throws {
    let values = try await source.layers().load()
    try await VoiceTools.render(
      text, language?.language ?? .swedish, to: output,
      espeak: values.text("voice.espeak") ?? VoiceTools.espeak)
  }
}
