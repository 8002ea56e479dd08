import ArgumentParser
import CheckinFlows
import Gateway
import GatewayEngine

/// `gatewayd token …`: keys of programs that use the JSON interface.
struct TokenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Make, list and revoke tokens of the JSON interface.",
    subcommands: [Create.self, List.self, Revoke.self])

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a token. It is shown this once, alone on the last line.")
    @OptionGroup var source: ConfigurationOptions
    @Argument(help: "A name for it, such as the program that will use it.") var name: String
    @Option(help: "admin (everything), operate (watches and cases) or read.")
    var scope: TokenScope
    @Option(help: "How many days it is valid. Default: until it is revoked.") var days: Int?

    func validate() throws {
      guard name.contains(where: { !$0.isWhitespace }) else {
        throw ValidationError("Give the token a name.")
      }
      guard days.map({ (1...36_500).contains($0) }) ?? true else {
        throw ValidationError("--days is a whole number from 1 to 36500.")
      }
    }

    func run() async throws {
      let token = try await source.administer {
        try await $0.access.createToken(named: name, scope: scope, days: days)
      }
      print("Keep it as a secret; it cannot be shown again.")
      print(token)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List tokens, without the secrets.")
    @OptionGroup var source: ConfigurationOptions

    func run() async throws {
      let text = try await source.administer { desk in
        let now = desk.clock.now()
        let text = WatchText(zone: desk.zone)
        return TextTable.text(
          ["NAME", "SCOPE", "MADE", "STATE"],
          try await desk.access.tokens().map { row in
            [row.name, row.scope.rawValue, text.time(row.createdAt), state(row, now, text)]
          })
      }
      print(text)
    }

    private func state(_ row: TokenRow, _ now: Instant, _ text: WatchText) -> String {
      if let revoked = row.revokedAt { return "revoked \(text.time(revoked))" }
      guard let expires = row.expiresAt else { return "valid" }
      return "\(row.isValid(at: now) ? "valid until" : "expired") \(text.time(expires))"
    }
  }

  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Revoke a token. It stops working at once.")
    @OptionGroup var source: ConfigurationOptions
    @Argument(help: "The token's name.") var name: String

    func run() async throws {
      let isRevoked = try await source.administer { try await $0.access.revokeToken(named: name) }
      guard isRevoked else {
        throw AdministrationRefused(
          "No valid token has that name. `gatewayd token list` shows them.")
      }
      print("Revoked \(name).")
    }
  }
}

extension TokenScope: ExpressibleByArgument {}
