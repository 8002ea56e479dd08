package import Logging

/// Sets the process's logging up, once.
package enum LogSetup {
  package static func bootstrap(_ configuration: GatewayConfiguration) -> Logger {
    bootstrap(level: configuration.logLevel, isJSON: configuration.logsAsJSON)
  }

  /// For people who look at the demo: only what went wrong, in words.
  package static func bootstrapForDemo() -> Logger {
    bootstrap(level: "error", isJSON: false)
  }

  private static func bootstrap(level name: String, isJSON: Bool) -> Logger {
    let level = Logger.Level(rawValue: name) ?? .info
    LoggingSystem.bootstrap { LineLogHandler(label: $0, isJSON: isJSON, level: level) }
    return Logger(label: "gatewayd")
  }
}
