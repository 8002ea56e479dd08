package import CheckinFlows
import Foundation
import GatewayEngine

/// The wall clock of the machine. Deadlines are wall-clock promises, so a sleep is cut into short
/// pieces: a clock that is set forward is noticed within one of them.
package struct SystemClock: EngineClock {
  private static let longestNapSeconds = 1.0

  package init() {}

  package func now() -> Instant { Instant(Date()) }

  package func sleep(until deadline: Instant) async throws {
    while true {
      let left = Double(deadline.milliseconds - now().milliseconds) / 1000
      guard left > 0 else { return try Task.checkCancellation() }
      try await Task.sleep(
        for: .seconds(min(left, Self.longestNapSeconds)), tolerance: .milliseconds(1))
    }
  }
}

/// Only ever runs forward.
struct SystemSteadyClock: SteadyClock {
  private let start = ContinuousClock.now

  func milliseconds() -> Int64 {
    let passed = ContinuousClock.now - start
    return passed.components.seconds * 1000
      + passed.components.attoseconds / 1_000_000_000_000_000
  }
}

/// The machine's own source of unpredictable bytes.
package struct SystemRandom: RandomSource {
  package init() {}

  package func bytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
