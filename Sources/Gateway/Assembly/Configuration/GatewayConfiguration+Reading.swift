import CheckinFlows
import Foundation

extension GatewayConfiguration {
  /// Reads and checks all keys. Errors are among the findings; the caller decides what they stop.
  package static func read(
    _ values: ConfigurationValues
  ) -> (configuration: GatewayConfiguration, findings: [ConfigurationFinding]) {
    var reading = ConfigurationReading(values)
    var configuration = GatewayConfiguration()
    configuration.readService(&reading)
    configuration.readListeners(&reading)
    configuration.readStorage(&reading)
    configuration.policy = readPolicy(&reading)
    configuration.outside = readOutside(&reading)
    configuration.providers = values.providerNames.compactMap { readProvider($0, &reading) }
    configuration.readOther(&reading)
    reading.findings += configuration.findings()
    return (configuration, reading.findings)
  }

  /// As `read`, but refuses errors. Warnings are left to `check`.
  package static func load(_ layers: ConfigurationLayers) async throws -> GatewayConfiguration {
    let (configuration, findings) = read(try await layers.load())
    let errors = findings.filter { $0.level == .error }
    guard errors.isEmpty else { throw ConfigurationRefused(findings: errors) }
    return configuration
  }

  /// As `load`, for commands that work on the database alone: what they do not need may be wrong.
  package static func loadForDatabase(
    _ layers: ConfigurationLayers
  ) async throws -> GatewayConfiguration {
    let (configuration, findings) = read(try await layers.load())
    let errors = findings.filter { $0.level == .error && $0.concernsDatabaseCommands }
    guard errors.isEmpty else { throw ConfigurationRefused(findings: errors) }
    return configuration
  }

  private mutating func readService(_ reading: inout ConfigurationReading) {
    serviceName = reading.values.text("service.name") ?? serviceName
    language = reading.choice("service.language", language)
    timeZone = reading.values.text("service.timezone") ?? timeZone
    serviceNumber = reading.number("service.number")
    staffedNumber = reading.number("service.staffed-number")
    countries = reading.values.list("service.countries")
    sendsCards = reading.truth("service.cards-by-text", sendsCards)
  }

  private mutating func readListeners(_ reading: inout ConfigurationReading) {
    http.host = reading.values.text("http.bind") ?? http.host
    http.port = reading.whole("http.port", 0...65535, http.port)
    trustedProxies = reading.values.list("http.trusted-proxies")
    operations.host = reading.values.text("ops.bind") ?? operations.host
    operations.port = reading.whole("ops.port", 0...65535, operations.port)
    operationsTokenFile = reading.values.text("ops.token-file")
    let given = reading.values.text("http.public-url") ?? "http://\(http.host):\(http.port)"
    publicURL = given.hasSuffix("/") ? String(given.dropLast()) : given
  }

  private mutating func readStorage(_ reading: inout ConfigurationReading) {
    let url = reading.values.text("database.url") ?? ""
    if url.hasPrefix("sqlite:"), url.count > "sqlite:".count {
      databasePath = String(url.dropFirst("sqlite:".count))
    } else {
      reading.findings.append(
        .error("database.url must be sqlite:PATH, such as sqlite:/var/lib/gatewayd/gatewayd.db."))
    }
    codesKey = reading.values.text("codes.key")
    promptsFolder = reading.values.text("voice.prompts") ?? promptsFolder
    voiceCacheFolder = reading.values.text("voice.cache")
    warmsPrompts = reading.truth("voice.warm-up", warmsPrompts)
    espeakProgram = reading.values.text("voice.espeak") ?? espeakProgram
  }

  private mutating func readOther(_ reading: inout ConfigurationReading) {
    logsAsJSON = reading.values.text("log.format") != "text"
    logLevel = reading.values.text("log.level") ?? logLevel
    heartbeatURL = reading.values.text("heartbeat.url")
    heartbeatIntervalSeconds = reading.seconds("heartbeat.interval", heartbeatIntervalSeconds)
  }

  private static func readPolicy(_ reading: inout ConfigurationReading) -> Policy {
    var policy = Policy()
    policy.reminderSeconds = reading.seconds("watch.reminder", policy.reminderSeconds)
    policy.graceSeconds = reading.seconds("watch.grace", policy.graceSeconds)
    policy.attempts = reading.whole("watch.attempts", 1...99, policy.attempts)
    policy.attemptGapSeconds = reading.seconds("watch.attempt-gap", policy.attemptGapSeconds)
    policy.ringSeconds = reading.seconds("watch.ring-time", policy.ringSeconds)
    policy.answerLimitSeconds = reading.seconds("watch.answer-limit", policy.answerLimitSeconds)
    policy.shortestSeconds = reading.seconds("watch.shortest", policy.shortestSeconds)
    policy.longestSeconds = reading.seconds("watch.longest", policy.longestSeconds)
    policy.extendDefaultMinutes =
      reading.seconds("watch.extend-default", policy.extendDefaultMinutes * 60) / 60
    policy.extendLongestMinutes =
      reading.seconds("watch.extend-longest", policy.extendLongestMinutes * 60) / 60
    policy.extendTotalMinutes =
      reading.seconds("watch.extend-total", policy.extendTotalMinutes * 60) / 60
    policy.requireCode = reading.choice("watch.require-code", policy.requireCode)
    policy.wrongCodes = reading.whole("watch.wrong-codes", 1...20, policy.wrongCodes)
    policy.nextRungSeconds = reading.seconds("page.next-rung", policy.nextRungSeconds)
    policy.ringAgainSeconds = reading.seconds("page.ring-again", policy.ringAgainSeconds)
    policy.textAgainSeconds = reading.seconds("page.text-again", policy.textAgainSeconds)
    policy.claimSeconds = reading.seconds("page.claim", policy.claimSeconds)
    policy.everybodySeconds = reading.seconds("page.everybody", policy.everybodySeconds)
    policy.operatorRingSeconds = reading.seconds("page.ring-time", policy.operatorRingSeconds)
    return policy
  }

  /// Numbers when every word is one; otherwise a command to run.
  private static func readOutside(_ reading: inout ConfigurationReading) -> OutsidePath {
    guard let text = reading.values.text("page.outside") else { return .none }
    let words = reading.values.list("page.outside")
    let numbers = words.compactMap(PhoneNumber.init(e164:))
    if numbers.count == words.count { return .numbers(numbers) }
    if words.contains(where: { $0.hasPrefix("+") }) {
      reading.findings.append(
        .error("page.outside holds a number that is not in E.164 form, such as +46701740698."))
      return .none
    }
    return .command(text)
  }

  private static func readProvider(
    _ name: String, _ reading: inout ConfigurationReading
  ) -> ProviderConfiguration? {
    let prefix = "providers.\(name)"
    let kind = reading.values.text("\(prefix).kind") ?? name
    let username = reading.needed("\(prefix).username")
    let password = reading.needed("\(prefix).password")
    let secret = reading.needed("\(prefix).webhook-secret")
    _ = reading.needed("\(prefix).number")
    guard let number = reading.number("\(prefix).number") else { return nil }
    return ProviderConfiguration(
      name: name, kind: kind,
      baseURL: apiBase(reading.values.text("\(prefix).base-url")),
      username: username, password: password,
      authToken: reading.values.text("\(prefix).auth-token"), number: number,
      configuresNumber: reading.truth("\(prefix).configure-number", true), webhookSecret: secret,
      sourceAddresses: reading.values.list("\(prefix).source-addresses"),
      maxPerSecond: reading.decimal("\(prefix).max-per-second", 1.5),
      maxInFlight: reading.whole("\(prefix).max-in-flight", 1...10_000, 64))
  }

  /// 46elks' own, or the given one with or without its last path component.
  private static func apiBase(_ given: String?) -> String {
    guard var base = given else { return "https://api.46elks.com/a1" }
    while base.hasSuffix("/") { base.removeLast() }
    return base.hasSuffix("/a1") ? base : base + "/a1"
  }
}
