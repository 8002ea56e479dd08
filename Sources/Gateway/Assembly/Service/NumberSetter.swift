import CheckinFlows
import GatewayEngine
import Logging
import ServiceLifecycle

/// Sets our webhook addresses on our number at each provider, until each has taken them.
struct NumberSetter: Service {
  private static let retrySeconds = 60
  let providers: [any TelephonyProvider]
  let clock: any EngineClock
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      for provider in providers { try? await set(provider) }
      try? await gracefulShutdown()
    }
  }

  /// Throws only `CancellationError`.
  private func set(_ provider: any TelephonyProvider) async throws {
    while true {
      do {
        let changes = try await provider.configureNumber()
        let facts: Logger.Metadata = [
          "provider": "\(provider.name)", "changes": "\(changes.count)",
        ]
        return logger.info("provider.number-configured", metadata: facts)
      } catch let failure as ProviderFailure {
        logger.warning(
          "provider.number-not-configured",
          metadata: ["provider": "\(provider.name)", "reason": "\(failure.reason)"])
        try await clock.sleep(until: clock.now().adding(seconds: Self.retrySeconds))
      }
    }
  }
}
