/// Something that an administrator should know of the configuration, with what to do about it.
package struct ConfigurationFinding: Hashable, Sendable, CustomStringConvertible {
  package enum Level: String, Sendable {
    case error = "ERROR"
    case warning = "WARNING"
  }

  package let level: Level
  package let text: String

  package static func error(_ text: String) -> Self { Self(level: .error, text: text) }
  package static func warning(_ text: String) -> Self { Self(level: .warning, text: text) }

  package var description: String { "\(level.rawValue) \(text)" }
}

/// The configuration cannot be used. Every finding says what to do.
package struct ConfigurationRefused: Error, CustomStringConvertible {
  package let findings: [ConfigurationFinding]
  package var description: String { findings.map(\.description).joined(separator: "\n") }
}
