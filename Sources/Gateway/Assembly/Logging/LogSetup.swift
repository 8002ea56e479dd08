package import Logging

/// Sets the process's logging up, once.
package enum LogSetup {
  package static func bootstrap(_ configuration: GatewayConfiguration) -> Logger {
    let level = Logger.Level(rawValue: configuration.logLevel) ?? .info
    let isJSON = configuration.logsAsJSON
    LoggingSystem.bootstrap { LineLogHandler(label: $0, isJSON: isJSON, level: level) }
    return Logger(label: "gatewayd")
  }
}
