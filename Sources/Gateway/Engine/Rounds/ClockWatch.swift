package import CheckinFlows
import Synchronization

/// Compares the wall clock with one that nobody can set. A jump is a fault: promises are kept by
/// the wall clock.
package final class ClockWatch: Sendable {
  static let intervalSeconds = 10
  /// More than any correction that a time service makes step by step.
  static let mostMilliseconds: Int64 = 2000

  private struct Reading {
    let wall: Instant
    let steady: Int64
  }

  let clock: any EngineClock
  let steady: any SteadyClock
  let faults: FaultDesk
  let signals: EngineSignals
  let metrics: EngineMetrics
  private let latest = Mutex<Reading?>(nil)

  package init(_ core: EngineCore, steady: any SteadyClock) {
    clock = core.clock
    self.steady = steady
    faults = core.faults
    signals = core.signals
    metrics = core.metrics
  }

  package func step() async throws -> Instant? {
    let now = Reading(wall: clock.now(), steady: steady.milliseconds())
    let before = latest.withLock { latest in
      defer { latest = now }
      return latest
    }
    let next = now.wall.adding(seconds: Self.intervalSeconds)
    guard let before else { return next }
    let wallMilliseconds = now.wall.milliseconds - before.wall.milliseconds
    let offset = wallMilliseconds - (now.steady - before.steady)
    metrics.set(.clockOffsetSeconds, to: Double(offset) / 1000)
    guard abs(offset) > Self.mostMilliseconds else { return next }
    // Whoever sleeps until a time has to look at the clock again.
    signals.somethingChanged()
    await faults.report(.clockJumped, at: now.wall)
    return next
  }
}
