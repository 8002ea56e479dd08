package import CheckinFlows

/// A flow with the version it was read at. Saving checks the version and counts it up.
package struct Versioned<Flow: Sendable>: Sendable {
  package var flow: Flow
  package let version: Int

  package init(_ flow: Flow, version: Int) {
    self.flow = flow
    self.version = version
  }
}

package enum WatchFilter: Sendable {
  case live
  case all
  case ofPerson(PersonID)
}

package enum CaseFilter: Sendable {
  /// Not closed and nobody's.
  case unclaimed
  /// Not closed and somebody's.
  case claimed
  /// Not closed.
  case live
  case all
  case ofWatch(WatchID)
  case claimedBy(OperatorID)
}

package protocol WatchReading {
  func watch(_ id: WatchID) throws -> Versioned<Watch>?
  /// The one live watch of a person.
  func liveWatch(of person: PersonID) throws -> Versioned<Watch>?
  /// Newest first, those with ids under `before`.
  func watches(
    _ filter: WatchFilter, of tenant: TenantID, before: WatchID?, limit: Int
  ) throws -> [Watch]
  /// Looks at every live watch; whoever only asks whether there is one asks `hasLiveWatch`.
  func countLiveWatches(of tenant: TenantID?) throws -> Int
  func hasLiveWatch(of tenant: TenantID) throws -> Bool
  func policy(_ id: PolicyID) throws -> Policy?
  func currentPolicy(of tenant: TenantID) throws -> (id: PolicyID, policy: Policy)
}

package protocol WatchWriting {
  /// Never given out again once the transaction is committed.
  func newWatchID() throws -> WatchID
  /// Inserts; a second live watch of the same person throws `LiveWatchExists`.
  func insert(_ watch: Watch) throws
  /// Saves the flow and its row's columns; throws `StaleVersion` if the version has moved.
  func save(_ watch: Versioned<Watch>) throws
  /// Stores a new version where it differs from the current one; returns the current one's id.
  func adopt(_ policy: Policy, for tenant: TenantID, at: Instant) throws -> PolicyID
}

package struct LiveWatchExists: Error, Hashable, Sendable {
  package let watch: WatchID
  package init(watch: WatchID) { self.watch = watch }
}

package protocol CaseReading {
  func `case`(_ id: CaseID) throws -> Versioned<Case>?
  /// Highest priority first, then oldest; those after the row of `after` in that order.
  func cases(
    _ filter: CaseFilter, of tenant: TenantID, after: CaseID?, limit: Int
  ) throws -> [Case]
  /// An open case of that kind for the person or, without person, of that fault name.
  func openCase(kind: CaseKind, person: PersonID?, faultName: String?) throws -> Versioned<Case>?
  /// All open cases about a person: highest priority first, then oldest.
  func openCases(of person: PersonID) throws -> [Case]
  func countOpenCases(of tenant: TenantID?) throws -> Int
}

package protocol CaseWriting {
  /// For a case that may be opened in this transaction, and in no other: an identity that no
  /// inserted row carries is given out again. Two drawn in one transaction differ.
  func newCaseID() throws -> CaseID
  func insert(_ row: Case) throws
  func save(_ row: Versioned<Case>) throws
}
