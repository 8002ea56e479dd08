import CheckinFlows
import Foundation
import Gateway
import TestSupport
import Testing

@Suite("configuration")
struct ConfigurationTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func layers(
    file: String? = nil, _ environment: [String: String] = [:], options: [String: String] = [:]
  ) throws -> ConfigurationLayers {
    var layers = ConfigurationLayers()
    layers.environment = environment
    layers.options = options
    guard let file else { return layers }
    let path = folder.path(of: "gatewayd.yaml")
    try Data(file.utf8).write(to: URL(filePath: path))
    layers.file = path
    return layers
  }

  private func errors(_ layers: ConfigurationLayers) async throws -> [String] {
    GatewayConfiguration.read(try await layers.load()).findings
      .filter { $0.level == .error }.map(\.text)
  }

  @Test("an option wins over the environment, and that over the file, and that over the default")
  func layersInOrder() async throws {
    let file = "http:\n  port: 1001\nops:\n  port: 2002\nwatch:\n  grace: 60s\n"
    let found = try await layers(
      file: file, ["GATEWAYD_HTTP_PORT": "1002", "GATEWAYD_OPS_PORT": "2003"],
      options: ["http.port": "1003"]
    ).load()
    let configuration = GatewayConfiguration.read(found).configuration
    #expect(configuration.http.port == 1003)
    #expect(configuration.operations.port == 2003)
    #expect(configuration.policy.graceSeconds == 60)
    #expect(configuration.policy.attempts == 2)
  }

  @Test("a credentials folder gives secrets, one file each")
  func credentials() async throws {
    let secret = "0123456789abcdef0123456789abcdef"
    try Data("\(secret)\n".utf8).write(to: URL(filePath: folder.path(of: "codes-key")))
    let credentials = URL(filePath: folder.path(of: "codes-key")).deletingLastPathComponent().path
    let found = try await layers(["CREDENTIALS_DIRECTORY": credentials]).load()
    #expect(GatewayConfiguration.read(found).configuration.codesKey == secret)
  }

  @Test("an unknown key is an error that names the nearest one")
  func unknownKeys() async throws {
    let found = try await errors(
      layers(file: "http:\n  prot: 1001\n", ["GATEWAYD_DATABSE_URL": "sqlite:/tmp/x"]))
    #expect(found.contains { $0.contains("http.prot") && $0.contains("Did you mean http.port?") })
    #expect(found.contains { $0.contains("Did you mean GATEWAYD_DATABASE_URL?") })
  }

  @Test("the example loads, and lacks nothing but the secrets")
  func example() async throws {
    let found = try await errors(layers(file: ConfigurationText.example()))
    #expect(
      found.sorted() == [
        "providers.46elks.password is missing. Set the key or GATEWAYD_PROVIDERS_46ELKS_PASSWORD.",
        "providers.46elks.webhook-secret is missing. "
          + "Set the key or GATEWAYD_PROVIDERS_46ELKS_WEBHOOK_SECRET.",
      ])
  }

  @Test("secrets are never shown, nor quoted by an error")
  func secrets() async throws {
    let found = try await layers([
      "GATEWAYD_PROVIDERS": "46elks", "GATEWAYD_PROVIDERS_46ELKS_PASSWORD": "hemligt-ord",
      "GATEWAYD_CODES_KEY": "hemligt",
    ]).load()
    #expect(!ConfigurationText.shown(found).contains("hemligt"))
    #expect(try ConfigurationText.value(of: "providers.46elks.password", in: found) == "***")
    let texts = GatewayConfiguration.read(found).findings.map(\.text)
    #expect(texts.allSatisfy { !$0.contains("hemligt") })
    let words = await refusal {
      _ = try await layers(file: "codes:\n  key: \"hemligt\n").load()
    }
    #expect(words.contains("line"))
    #expect(!words.contains("hemligt"))
  }

  @Test(
    "durations are hours, minutes and seconds in that order",
    arguments: [
      ("90s", 90), ("3m", 180), ("1h30m", 5400), ("1h30m5s", 5405), ("0s", 0), ("2 m", 120),
    ])
  func durations(text: String, seconds: Int) async throws {
    let found = try await layers(["GATEWAYD_WATCH_GRACE": text]).load()
    #expect(GatewayConfiguration.read(found).configuration.policy.graceSeconds == seconds)
  }

  @Test("a duration without a unit, or of another kind, is refused", arguments: ["90", "3x", "m3"])
  func badDurations(text: String) async throws {
    let found = try await errors(layers(["GATEWAYD_WATCH_GRACE": text]))
    #expect(found.contains { $0.hasPrefix("watch.grace is \(text); it must be a duration") })
  }

  @Test("a policy that breaks the safety contract is refused; an unusual one is told")
  func policy() async throws {
    let broken = try await errors(layers(["GATEWAYD_WATCH_ATTEMPT_GAP": "30m"]))
    #expect(broken.contains { $0.contains("Choose fewer attempts or a shorter gap") })
    let unusual = GatewayConfiguration.read(
      try await layers(["GATEWAYD_WATCH_ATTEMPTS": "6", "GATEWAYD_WATCH_ATTEMPT_GAP": "60s"])
        .load()
    ).findings
    #expect(unusual.contains { $0.level == .warning && $0.key == "watch.attempts" })
    #expect(!unusual.contains { $0.level == .error && $0.key?.hasPrefix("watch") == true })
  }

  @Test("commands on the database do not ask for a provider, but stop at a misspelled key")
  func databaseCommands() async throws {
    let without = try await GatewayConfiguration.loadForDatabase(
      layers(["GATEWAYD_DATABASE_URL": "sqlite:/tmp/x.db", "GATEWAYD_PROVIDERS": "46elks"]))
    #expect(without.databasePath == "/tmp/x.db")
    await #expect(throws: ConfigurationRefused.self) {
      try await GatewayConfiguration.loadForDatabase(layers(["GATEWAYD_DATABASE_URI": "x"]))
    }
  }
}
