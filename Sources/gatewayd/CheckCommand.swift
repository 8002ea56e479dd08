import ArgumentParser
import Gateway

/// `gatewayd check`: run it before every restart.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check everything that serve needs, and say what to do about what is wrong.",
    discussion: """
      One finding a line, ERROR or WARNING. Exit 0 when there is no error, 1 with --strict when \
      there are warnings, 2 when there are errors.
      """)

  @OptionGroup var source: ConfigurationOptions

  @Flag(help: "Ask nobody outside this machine.")
  var offline = false

  @Flag(help: "Print one JSON object.")
  var json = false

  @Flag(help: "Let warnings count: exit 1.")
  var strict = false

  func run() async throws {
    let report = CheckReport(await InstallationCheck(source.layers(), isOffline: offline).run())
    print(json ? try report.json() : report.text)
    let code = report.exitCode(isStrict: strict)
    guard code == 0 else { throw ExitCode(code) }
  }
}
