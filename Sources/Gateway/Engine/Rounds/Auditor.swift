package import CheckinFlows
import Logging

/// Proves the first point of the contract every minute, from the store alone: every live watch has
/// a next step, every open case has a claim or a next page, and nothing is late.
///
/// What it finds is a `fault` case and a page. Then it heals what can be healed: every flow that it
/// complains of is woken, which makes the machine work out its next step anew and store it.
package struct Auditor: Sendable {
  static let intervalSeconds = 60
  static let lateAfterSeconds = 30
  static let mostFindings = 500

  let store: any Store
  let flows: FlowRunner
  let faults: FaultDesk
  let tenant: TenantID
  let clock: any EngineClock
  let signals: EngineSignals
  let metrics: EngineMetrics
  let status: EngineStatus
  let logger: Logger

  package init(_ core: EngineCore) {
    store = core.store
    flows = core.flows
    faults = core.faults
    tenant = core.tenant
    clock = core.clock
    signals = core.signals
    metrics = core.metrics
    status = core.status
    logger = core.logger
  }

  package func step() async throws -> Instant? {
    let now = clock.now()
    try await audit(at: now)
    return now.adding(seconds: Self.intervalSeconds)
  }

  /// Returns what it found.
  @discardableResult
  package func audit(at now: Instant) async throws -> [AuditFinding] {
    let findings = try await store.read {
      try $0.auditFindings(
        at: now, lateAfterSeconds: Self.lateAfterSeconds, limit: Self.mostFindings)
    }
    for fault in Set(findings.map(\.fault)).sorted(by: { $0.name < $1.name }) {
      await faults.report(fault, at: now)
    }
    await heal(findings, at: now)
    if try await isNobodyOnDuty() { await faults.report(.nobodyOnDuty, at: now) }
    try await take(stock: findings, at: now)
    return findings
  }

  private func heal(_ findings: [AuditFinding], at now: Instant) async {
    for finding in findings {
      metrics.count(.auditFindings, ["kind": finding.fault.name])
      logger.error("audit.finding", metadata: ["finding": "\(finding)"])
      guard let flow = finding.flow else { continue }
      do {
        try await store.write { try wake(flow, in: $0, at: now) }
      } catch {
        logger.error(
          "audit.not-healed", metadata: ["flow": "\(flow)", "error": "\(type(of: error))"])
      }
    }
    if !findings.isEmpty { signals.somethingChanged() }
  }

  /// Saving the flow makes the store write its deadline anew.
  private func wake(
    _ flow: FlowID, in transaction: any StoreTransaction, at now: Instant
  ) throws {
    switch flow {
    case .watch(let id):
      try flows.apply(.deadlinePassed, to: id, cause: .system, in: transaction, at: now)
    case .case(let id):
      try flows.apply(.deadlinePassed, to: id, cause: .system, in: transaction, at: now)
    case .call(let ref):
      try flows.endCall(ref, in: transaction, at: now)
    }
  }

  /// Only a fault while somebody is watched.
  private func isNobodyOnDuty() async throws -> Bool {
    let rule = flows.diallingRule
    return try await store.read { store in
      guard try store.hasLiveWatch(of: tenant) else { return false }
      let operators = try store.operators(of: tenant, includingDisabled: false)
      return !operators.contains { row in
        row.role == .operator && row.rung != nil && row.onDutySince != nil
          && row.number.flatMap { rule.verdict(on: $0).dialable } != nil
      }
    }
  }

  /// Counts for health and metrics, beside the writers, and a write that proves that the store can
  /// still write.
  private func take(stock findings: [AuditFinding], at now: Instant) async throws {
    try await store.write { try $0.saveSetting("engine.last-audit", "\(now.milliseconds)") }
    let counts = try await store.read { try count(in: $0, at: now) }
    status.audited(at: now, findings: findings.count, counts: counts)
    metrics.set(.watchesActive, to: Double(counts.liveWatches))
    metrics.set(.watchesOverdue, to: Double(counts.overdueWatches))
    metrics.set(.casesOpen, to: Double(counts.openCases))
  }

  private func count(in store: any StoreReading, at now: Instant) throws -> EngineCounts {
    let live = try store.watches(.live, of: tenant, before: nil, limit: Self.mostCounted)
    let cases = try store.cases(.live, of: tenant, after: nil, limit: Self.mostCounted)
    return EngineCounts(
      liveWatches: try store.countLiveWatches(of: tenant),
      overdueWatches: live.count { $0.end <= now },
      openCases: try store.countOpenCases(of: tenant),
      openFaults: cases.count { $0.kind == .fault })
  }

  private static let mostCounted = 2000
}

extension AuditFinding {
  var fault: Fault {
    switch self {
    case .watchWithoutNextStep, .caseWithoutNextStep, .stepsDiffer: .stepMissing
    case .lateStep, .lateItem: .stepsLate
    }
  }

  /// What can be woken.
  var flow: FlowID? {
    switch self {
    case .watchWithoutNextStep(let id): .watch(id)
    case .caseWithoutNextStep(let id): .case(id)
    case .lateStep(let flow, _), .stepsDiffer(let flow): flow
    case .lateItem: nil
    }
  }
}
