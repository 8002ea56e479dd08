import ArgumentParser
import Foundation
import Gateway

/// The gateway's one executable: a subcommand a file.
@main
struct Gatewayd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gatewayd",
    abstract: "The telephone and SMS gateway of a trygghetstjänst.",
    version: Version.number,
    subcommands: [
      ServeCommand.self, DemoCommand.self, CheckCommand.self, ConfigCommand.self, UserCommand.self,
      DutyCommand.self,
      PersonCommand.self, WatchCommand.self, CaseCommand.self, TokenCommand.self,
      AuditCommand.self, SMSCommand.self, VoiceCommand.self, VersionCommand.self,
    ])

  /// As ArgumentParser's own, except that the errors of our commands say what to do, without the
  /// names of types around them.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      // Help, wrong usage and bare exit codes are told by ArgumentParser itself.
      guard exitCode(for: error) == .failure, !(error is ExitCode) else { exit(withError: error) }
      FileHandle.standardError.write(Data((ErrorWords.text(of: error) + "\n").utf8))
      exit(withError: ExitCode.failure)
    }
  }
}
