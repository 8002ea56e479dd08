package import CheckinFlows

/// Who did it, as the log tells it.
package enum LogActor: Hashable, Codable, Sendable {
  case system
  case person(PersonID)
  case `operator`(OperatorID)
  case token(String)
  case provider(String)
}

/// One line of the event log. The log only grows.
package struct LogEntry: Hashable, Sendable {
  package var at: Instant
  package var tenant: TenantID
  /// A stable name, `watch.armed`; documented for those who read logs by machine.
  package var kind: String
  package var actor: LogActor
  package var watch: WatchID?
  package var `case`: CaseID?
  package var person: PersonID?
  /// Facts by name. Purged by rule: the chain covers their digest, not them.
  package var payload: [String: String]

  package init(
    at: Instant, tenant: TenantID, kind: String, actor: LogActor, watch: WatchID? = nil,
    case caseID: CaseID? = nil, person: PersonID? = nil, payload: [String: String] = [:]
  ) {
    self.at = at
    self.tenant = tenant
    self.kind = kind
    self.actor = actor
    self.watch = watch
    self.case = caseID
    self.person = person
    self.payload = payload
  }
}

package struct StoredLogEntry: Hashable, Sendable {
  package let sequence: Int64
  package let entry: LogEntry
  package let hash: [UInt8]

  package init(sequence: Int64, entry: LogEntry, hash: [UInt8]) {
    self.sequence = sequence
    self.entry = entry
    self.hash = hash
  }
}

package protocol LogReading {
  func log(ofWatch watch: WatchID) throws -> [StoredLogEntry]
  func log(ofCase caseID: CaseID) throws -> [StoredLogEntry]
  /// In order, those after `sequence`.
  func log(after sequence: Int64, limit: Int) throws -> [StoredLogEntry]
  /// Recomputes the chain; returns the first sequence that does not fit, or `nil` if all do.
  func firstBrokenLogEntry() throws -> Int64?
}

package protocol LogWriting {
  func append(_ entry: LogEntry) throws
  /// Deletes payloads of entries older than `before`, oldest first, and appends an entry that says
  /// which; the chain still verifies. The only way that a payload ever goes. Returns how many went.
  func purgeLogPayloads(
    of tenant: TenantID, before: Instant, limit: Int, at now: Instant
  ) throws -> Int
}
