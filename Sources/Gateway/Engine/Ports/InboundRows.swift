package import CheckinFlows

/// One thing that a provider has told us, as it is remembered for ever as "seen".
package struct InboundRow: Hashable, Sendable {
  package var provider: String
  /// Provider id, kind and state: what makes a repeat a repeat.
  package var key: String
  package var receivedAt: Instant
  /// The event itself, while it may still find what it is about.
  package var parked: ParkedEvent?
  /// Nothing of ours has its `ref`.
  package var isOrphan: Bool

  package init(
    provider: String, key: String, receivedAt: Instant, parked: ParkedEvent? = nil,
    isOrphan: Bool = false
  ) {
    self.provider = provider
    self.key = key
    self.receivedAt = receivedAt
    self.parked = parked
    self.isOrphan = isOrphan
  }
}

/// An event that came before what it is about could be told by its name.
package enum ParkedEvent: Hashable, Codable, Sendable {
  case delivery(InboundDelivery)
  case callEnded(InboundCallEnd)
}

package protocol InboundReading {
  /// Orphans that are still tried, oldest first.
  func parkedEvents(limit: Int) throws -> [InboundRow]
}

package protocol InboundWriting {
  /// Replaces the row of the same provider and key.
  func save(_ row: InboundRow) throws
  /// False when the same provider and key have been seen before: then nothing is to be done.
  func insert(_ row: InboundRow) throws -> Bool
  /// When we last saw an inbound event of any kind, for the catch-up listing.
  func latestInbound(provider: String) throws -> Instant?
  /// Deletes what is older; the janitor's work. Returns how many rows went.
  func forgetInbound(before: Instant, limit: Int) throws -> Int
}
