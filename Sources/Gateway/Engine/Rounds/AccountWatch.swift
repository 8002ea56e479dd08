package import CheckinFlows
import Logging

/// Asks every provider whether it answers and can pay, so that a service without money or line is
/// known within a minute, not at the first alarm.
package struct AccountWatch: Sendable {
  static let intervalSeconds = 30
  /// One silence may be bad luck; this soon after it the provider is asked again.
  static let secondLookSeconds = 10

  let pool: ProviderPool
  let faults: FaultDesk
  let clock: any EngineClock
  let metrics: EngineMetrics
  let logger: Logger

  package init(_ core: EngineCore) {
    pool = core.providers
    faults = core.faults
    clock = core.clock
    metrics = core.metrics
    logger = core.logger
  }

  package func step() async throws -> Instant? {
    let areAllWell = await withTaskGroup { group in
      for provider in pool.providers { group.addTask { await look(at: provider) } }
      return await group.reduce(true) { $0 && $1 }
    }
    let pause = areAllWell ? Self.intervalSeconds : Self.secondLookSeconds
    return clock.now().adding(seconds: pause)
  }

  private func look(at provider: any TelephonyProvider) async -> Bool {
    do {
      let account = try await provider.account()
      guard account.canSend else {
        await report(.noCredit, of: provider.name)
        return false
      }
      pool.noteAnswer(of: provider.name)
      metrics.set(.providerUp, ["provider": provider.name], to: 1)
      return true
    } catch {
      await noteSilence(of: provider.name)
      return false
    }
  }

  private func noteSilence(of name: String) async {
    metrics.set(.providerUp, ["provider": name], to: 0)
    logger.warning("provider.silent", metadata: ["provider": "\(name)"])
    guard pool.noteSilence(of: name, at: clock.now()) else { return }
    await report(.unreachable, of: name)
  }

  private func report(_ trouble: ProviderTrouble, of name: String) async {
    let now = clock.now()
    metrics.set(.providerUp, ["provider": name], to: 0)
    pool.note(trouble, of: name, at: now)
    await faults.report(.provider(name, trouble), at: now)
  }
}
