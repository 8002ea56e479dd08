package import CheckinFlows
import Logging

/// Fetches the texts that a provider holds for us and no webhook brought, at start and every few
/// minutes. The intake knows those that came already.
package struct CatchUp: Sendable {
  static let intervalSeconds = 180
  /// Asked for again each time: the provider's clock and list may lag behind ours.
  static let overlapSeconds = 600
  /// Older texts are not read as if they had just been written.
  static let longestSeconds = 24 * 3600

  let store: any Store
  let pool: ProviderPool
  let intake: Intake
  let clock: any EngineClock
  let logger: Logger

  package init(_ core: EngineCore, intake: Intake) {
    store = core.store
    pool = core.providers
    self.intake = intake
    clock = core.clock
    logger = core.logger
  }

  package func step() async throws -> Instant? {
    for provider in pool.providers { await catchUp(with: provider) }
    return clock.now().adding(seconds: Self.intervalSeconds)
  }

  private func catchUp(with provider: any TelephonyProvider) async {
    let asked = clock.now()
    let name = "catch-up.\(provider.name)"
    do {
      // A new installation has missed nothing: what was sent before it was not sent to it.
      if let since = try await position(name, at: asked) {
        let events = try await provider.inboundTexts(since: since)
        try await intake.receive(events, from: provider.name)
      }
      try await store.write { try $0.saveSetting(name, "\(asked.milliseconds)") }
    } catch {
      logger.warning(
        "catch-up.failed",
        metadata: ["provider": "\(provider.name)", "error": "\(type(of: error))"])
    }
  }

  private func position(_ name: String, at now: Instant) async throws -> Instant? {
    let stored = try await store.read { try $0.setting(name) }
    guard let stored, let milliseconds = Int64(stored) else { return nil }
    let overlapping = Instant(milliseconds: milliseconds).adding(seconds: -Self.overlapSeconds)
    return max(overlapping, now.adding(seconds: -Self.longestSeconds))
  }
}
