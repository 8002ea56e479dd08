package import CheckinFlows

/// One thing that a provider has told us, as it is remembered for ever as "seen".
package struct InboundRow: Hashable, Sendable {
  package var provider: String
  /// Provider id, kind and state: what makes a repeat a repeat.
  package var key: String
  package var receivedAt: Instant
  /// Kept only while it is an orphan or a text; purged by rule.
  package var payload: String?
  /// Nothing of ours has its `ref`.
  package var isOrphan: Bool

  package init(
    provider: String, key: String, receivedAt: Instant, payload: String? = nil,
    isOrphan: Bool = false
  ) {
    self.provider = provider
    self.key = key
    self.receivedAt = receivedAt
    self.payload = payload
    self.isOrphan = isOrphan
  }
}

package protocol InboundWriting {
  /// False when the same provider and key have been seen before: then nothing is to be done.
  func insert(_ row: InboundRow) throws -> Bool
  /// When we last saw an inbound event of any kind, for the catch-up listing.
  func latestInbound(provider: String) throws -> Instant?
  /// Deletes what is older; the janitor's work. Returns how many rows went.
  func forgetInbound(before: Instant, limit: Int) throws -> Int
}
