import CheckinFlows
import Foundation
package import GatewayEngine

/// Everything that can be known of an installation before it is trusted. Changes nothing that
/// matters: one small value is written to the database and read by nobody.
package struct InstallationCheck: Sendable {
  package let layers: ConfigurationLayers
  /// Asks nobody outside this machine.
  package let isOffline: Bool
  package let clock: any EngineClock

  package init(
    _ layers: ConfigurationLayers, isOffline: Bool, clock: any EngineClock = SystemClock()
  ) {
    self.layers = layers
    self.isOffline = isOffline
    self.clock = clock
  }

  /// What was found, each with what to do about it; empty when all is well.
  package func run() async -> [ConfigurationFinding] {
    do {
      let (configuration, findings) = GatewayConfiguration.read(try await layers.load())
      return findings + (await run(configuration))
    } catch let refusal as ConfigurationRefused {
      return refusal.findings
    } catch {
      return [.error(ErrorWords.text(of: error))]
    }
  }

  private func run(_ configuration: GatewayConfiguration) async -> [ConfigurationFinding] {
    let isServing = ServeProbe.isServing(configuration.databasePath)
    var findings = ClockCheck(zone: configuration.timeZone).findings(at: clock.now())
    findings += SecretsCheck(configuration).findings()
    findings += await DatabaseCheck(configuration, clock: clock).findings()
    findings += PortCheck(configuration, isServing: isServing).findings()
    findings += TextCheck(configuration).findings()
    findings += await PromptCheck(configuration).findings()
    guard !isOffline else { return findings }
    return findings + (await ProviderCheck(configuration, isServing: isServing).findings())
  }
}
