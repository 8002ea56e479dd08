package import CheckinFlows

/// Our own random name of an outgoing item or a live call, at least 128 bits; it stands in the
/// callback URLs and is the secret that binds an event to its request.
package struct CallRef: Hashable, Codable, Sendable, RawRepresentable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

package enum CallDirection: String, Codable, Sendable {
  case outgoing
  case incoming
}

/// Who is at the other end, and what for.
package enum CallPurpose: Hashable, Codable, Sendable {
  case check(WatchID, attempt: Int)
  case page(CaseID, OperatorID)
  /// Somebody who is no operator, for a case that nobody takes.
  case outside(CaseID)
  case bridge(CaseID, OperatorID, to: PhoneNumber)
  case incoming(from: PhoneNumber?, person: PersonID?, operatorID: OperatorID?)
}

/// A live or ended telephone call.
package struct CallRow: Hashable, Codable, Sendable {
  package var ref: CallRef
  package var tenant: TenantID
  package var direction: CallDirection
  package var purpose: CallPurpose
  package var provider: String
  package var providerID: String?
  package var dialogue: Dialogue?
  /// Counts from 0; the turn that the next answer belongs to.
  package var turn: Int
  /// What was last said, for a repeated turn.
  package var latestStep: VoiceStep?
  /// The watch that an incoming call was told of; its keys mean no other.
  package var watch: WatchID?
  /// The case that an operator who rang us was offered.
  package var caseID: CaseID?
  /// The watch as the person must believe it to be, after a duress code or the last wrong code.
  package var lookAlike: Watch?
  package var placedAt: Instant
  package var pickedUpAt: Instant?
  package var endedAt: Instant?

  package init(
    ref: CallRef, tenant: TenantID, direction: CallDirection, purpose: CallPurpose,
    provider: String, providerID: String?, dialogue: Dialogue?, placedAt: Instant
  ) {
    self.ref = ref
    self.tenant = tenant
    self.direction = direction
    self.purpose = purpose
    self.provider = provider
    self.providerID = providerID
    self.dialogue = dialogue
    self.turn = 0
    self.placedAt = placedAt
  }
}

package protocol CallReading {
  func call(_ ref: CallRef) throws -> CallRow?
  func call(provider: String, providerID: String) throws -> CallRow?
  /// Not ended.
  func liveCalls(limit: Int) throws -> [CallRow]
}

package protocol CallWriting {
  /// Inserts or replaces.
  func save(_ call: CallRow) throws
  /// Deletes calls that ended before; the janitor's work. Keeps all that an open case or a live
  /// watch may be about. Returns how many went.
  func forgetCalls(before: Instant, limit: Int) throws -> Int
}
