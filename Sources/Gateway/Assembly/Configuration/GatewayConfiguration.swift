package import CheckinFlows
import Foundation

/// Everything that an installation decides, read once at start and checked as a whole.
package struct GatewayConfiguration: Sendable {
  package var serviceName = "Trygghet"
  package var language = Language.swedish
  package var timeZone = "Europe/Stockholm"
  package var serviceNumber: PhoneNumber?
  package var staffedNumber: PhoneNumber?
  package var countries = ["46"]
  /// Whether a claimant may have the case's card, with name and place, by text.
  package var sendsCards = true
  package var http = Listener(host: "127.0.0.1", port: 8080)
  package var publicURL = ""
  package var trustedProxies: [String] = []
  package var operations = Listener(host: "127.0.0.1", port: 9090)
  package var operationsTokenFile: String?
  package var databasePath = "/var/lib/gatewayd/gatewayd.db"
  package var codesKey: String?
  package var promptsFolder = "/usr/share/gatewayd/prompts"
  package var voiceCacheFolder: String?
  package var warmsPrompts = true
  package var espeakProgram = "espeak-ng"
  package var policy = Policy()
  package var outside = OutsidePath.none
  package var providers: [ProviderConfiguration] = []
  package var logsAsJSON = true
  package var logLevel = "info"
  package var heartbeatURL: String?
  package var heartbeatIntervalSeconds = 60

  package struct Listener: Hashable, Sendable {
    package var host: String
    package var port: Int
  }

  package init() {}
}

/// Whom to reach when every operator is silent.
package enum OutsidePath: Hashable, Sendable {
  case none
  case numbers([PhoneNumber])
  /// Run with the case's reference as its only argument.
  case command(String)
}

package struct ProviderConfiguration: Sendable {
  package var name: String
  package var kind: String
  package var baseURL: String
  package var username: String
  package var password: String
  package var authToken: String?
  package var number: PhoneNumber
  package var configuresNumber: Bool
  package var webhookSecret: String
  package var sourceAddresses: [String]
  package var maxPerSecond: Double
  package var maxInFlight: Int
}
