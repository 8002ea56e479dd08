/// A key that an administrator may set. The table below is the only list of them.
package struct ConfigurationKey: Sendable {
  package let name: String
  package let fallback: String?
  package let meaning: String
  package let isSecret: Bool

  init(_ name: String, _ fallback: String?, _ meaning: String, isSecret: Bool = false) {
    self.name = name
    self.fallback = fallback
    self.meaning = meaning
    self.isSecret = isSecret
  }

  /// `http.public-url` is `GATEWAYD_HTTP_PUBLIC_URL`.
  package static func environmentName(of key: String) -> String {
    "GATEWAYD_"
      + key.uppercased().map { $0 == "." || $0 == "-" ? "_" : String($0) }.joined()
  }
}

extension ConfigurationKey {
  /// Keys that stand alone.
  package static let all: [ConfigurationKey] = service + listeners + storage + policy + other

  private static let service = [
    ConfigurationKey("service.name", "Trygghet", "the name in every text, at most 12 characters"),
    ConfigurationKey("service.language", "sv", "sv or en: for operators and unknown callers"),
    ConfigurationKey("service.timezone", "Europe/Stockholm", "every time shown goes through it"),
    ConfigurationKey(
      "service.number", nil, "the number to call that texts name; default: the first provider's"),
    ConfigurationKey("service.countries", "46", "country codes that may be dialled"),
    ConfigurationKey(
      "service.staffed-number", nil, "a number that always has a human, for key 0 and 9"),
  ]

  private static let listeners = [
    ConfigurationKey("http.bind", "127.0.0.1", "address of the public listener"),
    ConfigurationKey("http.port", "8080", "port of the public listener"),
    ConfigurationKey(
      "http.public-url", nil, "how providers reach that listener, without a slash at the end"),
    ConfigurationKey(
      "http.trusted-proxies", nil, "addresses or networks whose X-Forwarded-For is believed"),
    ConfigurationKey("ops.bind", "127.0.0.1", "address of health and metrics"),
    ConfigurationKey("ops.port", "9090", "port of health and metrics"),
    ConfigurationKey("ops.token-file", nil, "file with a bearer token that /metrics asks for"),
  ]

  private static let storage = [
    ConfigurationKey("database.url", "sqlite:/var/lib/gatewayd/gatewayd.db", "sqlite:PATH"),
    ConfigurationKey(
      "codes.key", nil,
      "secret that personal codes are hashed with; default: a file beside the database",
      isSecret: true),
    ConfigurationKey(
      "voice.prompts", "/usr/share/gatewayd/prompts", "recordings by language and fragment"),
    ConfigurationKey("voice.cache", nil, "rendered prompts; default: beside the database"),
    ConfigurationKey(
      "voice.warm-up", "true", "render what will be spoken at start, before somebody waits for it"),
    ConfigurationKey("voice.espeak", "espeak-ng", "program that speaks what no recording says"),
  ]

  private static let policy = [
    ConfigurationKey("watch.reminder", "10m", "reminder before the end"),
    ConfigurationKey("watch.grace", "0s", "after the end, before the first attempt"),
    ConfigurationKey("watch.attempts", "2", "texts and calls before a case opens"),
    ConfigurationKey("watch.attempt-gap", "3m", "from one attempt's start to the next"),
    ConfigurationKey("watch.ring-time", "25s", "how long the person's phone rings"),
    ConfigurationKey("watch.answer-limit", "90s", "longest call beside its ring time"),
    ConfigurationKey("watch.shortest", "5m", "shortest watch started by text"),
    ConfigurationKey("watch.longest", "24h", "longest watch started by text"),
    ConfigurationKey("watch.extend-default", "30m", "what + alone gives"),
    ConfigurationKey("watch.extend-longest", "3h", "longest single extension by text"),
    ConfigurationKey("watch.extend-total", "6h", "all extensions by text together"),
    ConfigurationKey("watch.require-code", "if-set", "never, if-set or always"),
    ConfigurationKey("watch.wrong-codes", "3", "the wrong code that opens a case"),
    ConfigurationKey("page.next-rung", "90s", "to the next operator"),
    ConfigurationKey("page.ring-again", "90s", "everybody paged so far is rung again this often"),
    ConfigurationKey("page.text-again", "5m", "and texted again this often"),
    ConfigurationKey("page.claim", "5m", "a claim without an action runs out"),
    ConfigurationKey(
      "page.everybody", "5m", "until every operator and the outside path are called"),
    ConfigurationKey("page.ring-time", "30s", "how long an operator's phone rings"),
    ConfigurationKey("page.outside", nil, "numbers, or a command to run, when everybody is silent"),
  ]

  private static let other = [
    ConfigurationKey("providers", nil, "names in order of preference"),
    ConfigurationKey("log.format", "json", "json or text"),
    ConfigurationKey("log.level", "info", "trace, debug, info, notice, warning, error"),
    ConfigurationKey(
      "heartbeat.url", nil, "outgoing ping to an outside checker; stops on a fault", isSecret: true),
    ConfigurationKey("heartbeat.interval", "60s", "between pings"),
  ]

  /// Keys of each provider, after `providers.NAME.`.
  package static let ofProvider: [ConfigurationKey] = [
    ConfigurationKey("kind", nil, "46elks"),
    ConfigurationKey("base-url", nil, "API base; default: the provider's own"),
    ConfigurationKey("username", nil, "API user", isSecret: true),
    ConfigurationKey("password", nil, "API password", isSecret: true),
    ConfigurationKey("auth-token", nil, "signing token, where the provider signs", isSecret: true),
    ConfigurationKey("number", nil, "our own number there, E.164"),
    ConfigurationKey("configure-number", "true", "set our webhook addresses there at start"),
    ConfigurationKey(
      "webhook-secret", nil, "unguessable part of our webhooks' paths", isSecret: true),
    ConfigurationKey("source-addresses", nil, "addresses or networks that webhooks may come from"),
    ConfigurationKey("max-per-second", "1.5", "brake for what is not life-safety"),
    ConfigurationKey("max-in-flight", "64", "requests at a time"),
  ]
}
