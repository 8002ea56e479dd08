/// Something that an administrator should know of the configuration, with what to do about it.
package struct ConfigurationFinding: Hashable, Sendable, CustomStringConvertible {
  package enum Level: String, Sendable {
    case error = "ERROR"
    case warning = "WARNING"
  }

  package let level: Level
  package let text: String
  /// The key that it is about; `nil` when it may be about any, such as one that is misspelled.
  package let key: String?

  package static func error(_ text: String, key: String? = nil) -> Self {
    Self(level: .error, text: text, key: key)
  }

  package static func warning(_ text: String, key: String? = nil) -> Self {
    Self(level: .warning, text: text, key: key)
  }

  package var description: String { "\(level.rawValue) \(text)" }

  /// Whether it matters to a command that works on the database alone: people and duty can be
  /// seen to before there is an account at a telephone company.
  package var concernsDatabaseCommands: Bool {
    let group = key.map { $0.prefix { $0 != "." } } ?? ""
    return !["providers", "http", "ops", "log", "heartbeat", "voice", "watch"].contains(group)
  }
}

/// The configuration cannot be used. Every finding says what to do.
package struct ConfigurationRefused: Error, CustomStringConvertible {
  package let findings: [ConfigurationFinding]
  package var description: String { findings.map(\.description).joined(separator: "\n") }
}
