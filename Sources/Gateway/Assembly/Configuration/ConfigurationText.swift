/// The configuration as an administrator reads it.
package enum ConfigurationText {
  /// Every key and what holds, one a line; secrets as `***`.
  package static func shown(_ values: ConfigurationValues) -> String {
    let names = ConfigurationValues.knownKeys(providerNames: values.providerNames)
    return names.map { name in
      let origin = values.given(name) == nil ? "  # default" : ""
      return "\(name): \(shown(name, values) ?? "none")\(origin)\n"
    }.joined()
  }

  /// `nil` when nothing is set and there is no default. Throws for a key that does not exist.
  package static func value(of name: String, in values: ConfigurationValues) throws -> String? {
    let known = ConfigurationValues.knownKeys(providerNames: values.providerNames)
    guard known.contains(name) else {
      let hint = NearestKey.hint(for: name, among: known).map { " Did you mean \($0)?" } ?? ""
      throw ConfigurationRefused(findings: [.error("There is no key \(name).\(hint)")])
    }
    return shown(name, values)
  }

  private static func shown(_ name: String, _ values: ConfigurationValues) -> String? {
    guard let text = values.text(name) else { return nil }
    return ConfigurationValues.key(named: name)?.isSecret == true ? "***" : text
  }

  /// A YAML file with every key, its default and its meaning. What must be set stands uncommented.
  package static func example() -> String {
    var lines = [
      "# gatewayd. Every key can also be an environment variable: http.public-url is",
      "# GATEWAYD_HTTP_PUBLIC_URL. Secrets belong in the environment or in the credentials",
      "# folder ($CREDENTIALS_DIRECTORY, one file per secret, http-public-url style names).",
    ]
    let grouped = Dictionary(grouping: ConfigurationKey.all) { $0.name.prefix { $0 != "." } }
    for group in orderedGroups() where group != "providers" {
      lines += ["", "\(group):"]
      lines += (grouped[group[...]] ?? []).flatMap { exampleLines($0, indent: "  ") }
    }
    return (lines + providerLines()).joined(separator: "\n") + "\n"
  }

  private static func orderedGroups() -> [String] {
    var seen: [String] = []
    for key in ConfigurationKey.all {
      let group = String(key.name.prefix { $0 != "." })
      if !seen.contains(group) { seen.append(group) }
    }
    return seen
  }

  private static func exampleLines(_ key: ConfigurationKey, indent: String) -> [String] {
    let name = key.name.split(separator: ".").last ?? ""
    return ["\(indent)# \(key.meaning)", "\(indent)# \(name): \(key.fallback ?? "")"]
  }

  private static func providerLines() -> [String] {
    [
      "", "providers:", "  46elks:",
      "    kind: 46elks",
      "    username: u00000000000000000000000000000000",
      "    number: \"+46701740699\"",
      "    # password and webhook-secret: GATEWAYD_PROVIDERS_46ELKS_PASSWORD and",
      "    # GATEWAYD_PROVIDERS_46ELKS_WEBHOOK_SECRET (make one with `openssl rand -hex 16`)",
    ]
      + ConfigurationKey.ofProvider.filter {
        !["kind", "username", "number", "password", "webhook-secret"].contains($0.name)
      }.flatMap { exampleLines($0, indent: "    ") }
  }
}
