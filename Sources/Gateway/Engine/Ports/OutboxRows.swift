package import CheckinFlows

package struct OutboxID: Identifier {
  package let rawValue: Int64
  package init(rawValue: Int64) { self.rawValue = rawValue }
}

/// Life-safety goes first, and is never braked.
package enum Lane: Int, Codable, Sendable {
  case lifeSafety = 0
  case courtesy = 1
}

/// What an outgoing item is for; read again right before it is sent.
package enum OutboundPurpose: Hashable, Codable, Sendable {
  /// A text to a person about a live watch; withdrawn when the watch no longer wants it.
  case watchText(WatchID, PersonText)
  /// The check call of one attempt.
  case checkCall(WatchID, attempt: Int)
  /// An answer to what a person wrote; always sent.
  case reply(PersonID?, PersonText)
  case page(CaseID, OperatorID)
  /// An answer to an operator's command; always sent.
  case operatorReply(OperatorID, OperatorText)
  /// A call that joins an operator to a number, operator first.
  case bridge(CaseID, OperatorID, to: PhoneNumber)
  /// The outside path, for a case that nobody takes.
  case outside(CaseID)
  /// Somebody is told of a case, or afterwards that a watch was kept; always sent.
  case notice(CaseID?, WatchID?, NoticeText)
}

package enum OutboundContent: Hashable, Codable, Sendable {
  case text(String)
  /// Ring time in seconds.
  case call(ringSeconds: Int)
  /// A command of the administrator's; it gets the case's reference alone.
  case command(String)
}

/// Where an outgoing item stands. Final states never change.
package enum OutboxState: String, Codable, CaseIterable, Sendable {
  case pending
  /// Written before the request leaves; after a crash it is as good as `unknown`.
  case sending
  case accepted
  /// The provider surely did not take it.
  case refused
  /// Nobody knows; looked up at the provider.
  case unknown
  /// Nobody will know: the look-ups came to nothing. What silence would make worse is sent anew
  /// as another item. A late event with its `ref` can still prove that it was accepted.
  case lost
  /// Not needed any more when its turn came.
  case withdrawn
}

/// What became of a text that a provider accepted. One closed enum; `undelivered` is never "sent".
package enum DeliveryState: String, Codable, CaseIterable, Sendable {
  case none
  case handedOver
  case delivered
  case undelivered
}

package struct OutboxItem: Hashable, Codable, Sendable {
  package var id: OutboxID
  package var tenant: TenantID
  /// Random, in every callback URL of the request.
  package var ref: CallRef
  package var lane: Lane
  package var purpose: OutboundPurpose
  package var content: OutboundContent
  package var to: PhoneNumber?
  package var state: OutboxState
  package var delivery: DeliveryState
  /// The moment it should leave, or be looked up; lateness is counted from here.
  package var dueAt: Instant
  /// Who posted it, or shall post it after another one has refused it.
  package var provider: String?
  package var providerID: String?
  package var sentAt: Instant?
  /// How often what its state calls for has been tried: posts at one provider while it is
  /// pending, look-ups while its outcome is unknown.
  package var tries: Int
  /// The item that this one repeats after an unknown outcome.
  package var possibleDuplicateOf: OutboxID?

  package init(
    id: OutboxID, tenant: TenantID, ref: CallRef, lane: Lane, purpose: OutboundPurpose,
    content: OutboundContent, to: PhoneNumber?, dueAt: Instant,
    possibleDuplicateOf: OutboxID? = nil
  ) {
    self.id = id
    self.tenant = tenant
    self.ref = ref
    self.lane = lane
    self.purpose = purpose
    self.content = content
    self.to = to
    self.state = .pending
    self.delivery = .none
    self.dueAt = dueAt
    self.tries = 0
    self.possibleDuplicateOf = possibleDuplicateOf
  }
}

package protocol OutboxReading {
  func item(_ id: OutboxID) throws -> OutboxItem?
  func item(ref: CallRef) throws -> OutboxItem?
  func item(provider: String, providerID: String) throws -> OutboxItem?
  /// Pending and due: life-safety first, then by `dueAt`, then by id.
  func pendingItems(at now: Instant, limit: Int) throws -> [OutboxItem]
  func items(in state: OutboxState, limit: Int) throws -> [OutboxItem]
  func nextPendingAt() throws -> Instant?
  /// Texts to this number that left after `since`, newest first.
  func recentTexts(to number: PhoneNumber, since: Instant, limit: Int) throws -> [OutboxItem]
}

package protocol OutboxWriting {
  func newOutboxID() throws -> OutboxID
  func insert(_ item: OutboxItem) throws
  /// Saves how far the item has come. What it says, to whom and why never changes.
  func save(_ item: OutboxItem) throws
  /// Deletes items that nothing will become of any more and that were due before; the janitor's
  /// work. Keeps all that an open case or a live watch may have ordered. Returns how many went.
  func forgetOutbox(before: Instant, limit: Int) throws -> Int
}
