import ArgumentParser

/// The gateway's one executable: a subcommand a file.
@main
struct Gatewayd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gatewayd",
    abstract: "The telephone and SMS gateway of a trygghetstjänst.",
    subcommands: [
      ServeCommand.self, DemoCommand.self, ConfigCommand.self, SMSCommand.self, VoiceCommand.self,
      VersionCommand.self,
    ])
}
