import Configuration

/// All layers as one, by key name.
package struct ConfigurationValues: Sendable {
  let reader: ConfigReader
  package internal(set) var findings: [ConfigurationFinding] = []

  init(reader: ConfigReader) {
    self.reader = reader
  }

  /// The value as written, or the built-in default.
  package func text(_ name: String) -> String? {
    given(name) ?? Self.key(named: name)?.fallback
  }

  /// The value as written in some layer.
  package func given(_ name: String) -> String? {
    let components = name.split(separator: ".").map(String.init)
    let isSecret = Self.key(named: name)?.isSecret ?? false
    let value = reader.string(forKey: ConfigKey(components), isSecret: isSecret)
    let trimmed = value?.trimmingWhitespace
    return trimmed?.isEmpty == false ? trimmed : nil
  }

  package func list(_ name: String) -> [String] {
    (text(name) ?? "").split(whereSeparator: { $0 == "," || $0.isWhitespace }).map(String.init)
  }

  package var providerNames: [String] { list("providers") }

  static func knownKeys(providerNames: [String]) -> [String] {
    ConfigurationKey.all.map(\.name)
      + providerNames.flatMap { name in
        ConfigurationKey.ofProvider.map { "providers.\(name).\($0.name)" }
      }
  }

  static func key(named name: String) -> ConfigurationKey? {
    if let key = ConfigurationKey.all.first(where: { $0.name == name }) { return key }
    let parts = name.split(separator: ".")
    guard parts.count == 3, parts[0] == "providers" else { return nil }
    return ConfigurationKey.ofProvider.first { $0.name == parts[2] }
  }
}

extension String {
  var trimmingWhitespace: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
