package import CheckinFlows

/// What a stored deadline wakes.
package enum FlowID: Hashable, Codable, Sendable {
  case watch(WatchID)
  case `case`(CaseID)
  /// A call whose provider never told its end.
  case call(CallRef)
}

package struct Deadline: Hashable, Sendable {
  package let flow: FlowID
  package let dueAt: Instant

  package init(flow: FlowID, dueAt: Instant) {
    self.flow = flow
    self.dueAt = dueAt
  }
}

/// What the independent auditor reads: rows that break the first point of the contract.
package enum AuditFinding: Hashable, Sendable {
  /// A live watch without a deadline row and without an open case that holds it.
  case watchWithoutNextStep(WatchID)
  /// A case that is not closed and has no deadline row.
  case caseWithoutNextStep(CaseID)
  /// A deadline that is later than its time by more than the limit.
  case lateStep(FlowID, dueAt: Instant)
  /// The row's own deadline and the deadline table do not say the same.
  case stepsDiffer(FlowID)
  /// An outgoing life-safety item that nobody has taken for longer than the limit.
  case lateItem(OutboxID)
}

package protocol DeadlineReading {
  /// Oldest first, due at or before `now`.
  func dueDeadlines(at now: Instant, limit: Int) throws -> [Deadline]
  func nextDeadline() throws -> Instant?
  /// Proves point 1 of the contract from the tables alone.
  func auditFindings(at now: Instant, lateAfterSeconds: Int, limit: Int) throws -> [AuditFinding]
}

/// The store itself keeps the deadlines of watches and cases when it saves them, from `nextStep`
/// and `nextStepAt`. Calls set theirs here.
package protocol DeadlineWriting {
  func setDeadline(_ at: Instant?, for call: CallRef) throws
}
