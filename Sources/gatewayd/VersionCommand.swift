import ArgumentParser
import Gateway

struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Print the version.")
  @Flag(help: "As one JSON object.") var json = false

  func run() {
    print(json ? "{\"version\":\"\(Version.number)\"}" : "gatewayd \(Version.number)")
  }
}
