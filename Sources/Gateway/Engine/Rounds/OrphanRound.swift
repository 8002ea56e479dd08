package import CheckinFlows
import Logging

/// Brings events together with what they are about, where that became known only after them.
package struct OrphanRound: Sendable {
  static let intervalSeconds = 15

  let intake: Intake
  let clock: any EngineClock
  let logger: Logger

  package init(_ core: EngineCore, intake: Intake) {
    self.intake = intake
    clock = core.clock
    logger = core.logger
  }

  package func step() async throws -> Instant? {
    let found = try await intake.retryParked()
    if found > 0 { logger.info("orphans.found", metadata: ["count": "\(found)"]) }
    return clock.now().adding(seconds: Self.intervalSeconds)
  }
}
