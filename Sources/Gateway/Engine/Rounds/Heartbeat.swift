package import CheckinFlows
import Logging

/// Tells an outside checker that all is well, and says nothing while it is not: the silence is the
/// alarm that works when nothing else does.
package struct Heartbeat: Sendable {
  let target: any HeartbeatTarget
  let intervalSeconds: Int
  let status: EngineStatus
  let clock: any EngineClock
  let logger: Logger

  package init(_ core: EngineCore, target: any HeartbeatTarget, intervalSeconds: Int) {
    self.target = target
    self.intervalSeconds = intervalSeconds
    status = core.status
    clock = core.clock
    logger = core.logger
  }

  package func step() async throws -> Instant? {
    let now = clock.now()
    if !status.isWell(at: now) {
      logger.error("heartbeat.withheld")
    } else if await !target.ping() {
      logger.warning("heartbeat.not-taken")
    }
    return now.adding(seconds: intervalSeconds)
  }
}
