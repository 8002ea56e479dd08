import CheckinFlows
import Foundation

/// One page of `GET /sms` or `GET /calls`: newest first, with where to go on.
struct ElksListing: Decodable {
  let data: [ElksRecord]
  /// To be passed on as `start`, which means *older than* here; `end` means *newer than*.
  let next: String?

  /// Nil when it is no listing: then nothing may be concluded from it.
  init?(_ body: [UInt8]) {
    guard let listing = try? JSONDecoder().decode(Self.self, from: Data(body)) else { return nil }
    self = listing
  }
}

/// A text or a call as 46elks remembers it. Older records lack most of it.
struct ElksRecord: Decodable {
  let id: String
  let created: String?
  let direction: String?
  let from: String?
  let to: String?
  let message: String?

  var createdAt: Instant? { created.flatMap(ElksTime.instant) }
  var isOutgoing: Bool { direction == "outgoing" }
  var isIncoming: Bool { direction == "incoming" }
}
