package import CheckinFlows
import Synchronization

/// Facts about the running engine, for health checks, the watchdog and the heartbeat.
package final class EngineStatus: Sendable {
  /// An engine that has not looked for due steps for this long is not alive.
  package static let freshTickSeconds = 10

  package struct Facts: Hashable, Sendable {
    package var startedAt: Instant?
    /// When the engine last looked for due steps.
    package var lastTickAt: Instant?
    package var lastAuditAt: Instant?
    /// What the latest audit found.
    package var auditFindings = 0
    /// Why the latest write failed; `nil` once one has succeeded.
    package var storeFailure: StoreFailure?
    package var openFaults = 0
    package var liveWatches = 0
    package var openCases = 0

    package init() {}
  }

  private let state = Mutex(Facts())

  package init() {}

  package var facts: Facts { state.withLock { $0 } }

  package func started(at now: Instant) {
    state.withLock { $0.startedAt = now }
  }

  package func ticked(at now: Instant) {
    state.withLock { $0.lastTickAt = now }
  }

  package func audited(at now: Instant, findings: Int, counts: EngineCounts) {
    state.withLock { facts in
      facts.lastAuditAt = now
      facts.auditFindings = findings
      facts.openFaults = counts.openFaults
      facts.liveWatches = counts.liveWatches
      facts.openCases = counts.openCases
    }
  }

  package func storeWrote() {
    state.withLock { $0.storeFailure = nil }
  }

  package func storeFailed(_ failure: StoreFailure) {
    state.withLock { $0.storeFailure = failure }
  }

  /// Seconds since the engine last looked for due steps.
  package func tickAgeSeconds(at now: Instant) -> Int? {
    facts.lastTickAt.map { now.seconds(since: $0) }
  }

  /// Whether the outgoing heartbeat may beat: nothing is at fault.
  package func isWell(at now: Instant) -> Bool {
    let facts = facts
    guard let age = tickAgeSeconds(at: now), age <= Self.freshTickSeconds else { return false }
    return facts.storeFailure == nil && facts.openFaults == 0 && facts.auditFindings == 0
  }
}

/// Counted by the auditor from the store.
package struct EngineCounts: Hashable, Sendable {
  package var liveWatches: Int
  package var overdueWatches: Int
  package var openCases: Int
  package var openFaults: Int

  package init(liveWatches: Int, overdueWatches: Int, openCases: Int, openFaults: Int) {
    self.liveWatches = liveWatches
    self.overdueWatches = overdueWatches
    self.openCases = openCases
    self.openFaults = openFaults
  }
}
