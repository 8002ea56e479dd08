import ArgumentParser
import Gateway

/// `gatewayd audit …`: whether the log is what was written.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Check the event log.", subcommands: [Verify.self])

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Recompute the chain of hashes. Exit 2 when an entry was changed or is missing.")
    @OptionGroup var source: ConfigurationOptions

    func run() async throws {
      let broken = try await source.administer { try await $0.firstBrokenLogEntry() }
      guard let broken else { return print("Every entry of the log fits the one before it.") }
      print(
        "Entry \(broken) of the log does not fit the one before it: something was changed or "
          + "deleted by other means. Keep a copy of the database, and compare it with a backup.")
      throw ExitCode(2)
    }
  }
}
