package import CheckinFlows
import Foundation
import GatewayEngine
import Synchronization

/// A clock that can go faster and be set ahead. It is made by the demo command alone; the service
/// itself has no way to reach it.
package final class DemoClock: EngineClock {
  /// One moment known on both clocks, and how fast the demo's time passes from there.
  package struct Face: Hashable, Sendable {
    package let real: Instant
    package let demo: Instant
    package let speed: Int

    func time(at now: Instant) -> Instant {
      Instant(
        milliseconds: demo.milliseconds
          + (now.milliseconds - real.milliseconds) * Int64(speed))
    }
  }

  /// A sleeper looks again this often, so that it notices a clock that was set: at the highest
  /// speed some seconds of the demo's time, less than what counts as late.
  private static let longestNapSeconds = 0.05
  package static let speeds = [1, 10, 60]

  private let real: @Sendable () -> Instant
  private let state: Mutex<Face>

  /// - Parameter real: the machine's time; a test brings its own.
  package init(
    speed: Int = 1, real: @escaping @Sendable () -> Instant = { Instant(Date()) }
  ) {
    self.real = real
    let now = real()
    state = Mutex(Face(real: now, demo: now, speed: max(1, speed)))
  }

  package var face: Face { state.withLock { $0 } }

  package func now() -> Instant { face.time(at: real()) }

  /// Time never goes back: from now on it passes at another speed.
  package func goOn(at speed: Int) {
    let now = real()
    state.withLock { $0 = Face(real: now, demo: $0.time(at: now), speed: max(1, speed)) }
  }

  /// Sets the clock ahead. A time that has passed changes nothing.
  package func jump(to time: Instant) {
    let now = real()
    state.withLock { face in
      guard time > face.time(at: now) else { return }
      face = Face(real: now, demo: time, speed: face.speed)
    }
  }

  package func sleep(until deadline: Instant) async throws {
    while true {
      let left = Double(deadline.milliseconds - now().milliseconds) / 1000 / Double(face.speed)
      guard left > 0 else { return try Task.checkCancellation() }
      try await Task.sleep(
        for: .seconds(min(left, Self.longestNapSeconds)), tolerance: .milliseconds(1))
    }
  }
}
