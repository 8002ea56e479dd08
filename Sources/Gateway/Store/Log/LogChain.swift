import CheckinFlows
import Crypto
import GatewayEngine

/// How one log entry is bound to the one before it.
///
/// hash = SHA-256(previous hash ‖ fixed columns ‖ digest of the payload). The digest, not the
/// payload, so that a payload can be purged by rule and the chain still verifies.
enum LogChain {
  /// What the first entry has before it.
  static let origin = [UInt8](repeating: 0, count: SHA256.byteCount)
  /// Of an entry without payload.
  static let digestOfNothing = digest(ofPayload: "")

  static func digest(ofPayload payload: String) -> [UInt8] {
    Array(SHA256.hash(data: Array(payload.utf8)))
  }

  static func hash(of link: LogLink, after previous: [UInt8]) -> [UInt8] {
    var bytes = CanonicalBytes()
    bytes.append(previous)
    bytes.append(link.sequence)
    bytes.append(link.at)
    bytes.append(link.tenant)
    bytes.append(Array(link.kind.utf8))
    bytes.append(Array(link.actor.utf8))
    bytes.append(optional: link.watch)
    bytes.append(optional: link.caseID)
    bytes.append(optional: link.person)
    bytes.append(link.payloadDigest)
    return Array(SHA256.hash(data: bytes.bytes))
  }
}

/// The fixed columns of a log row.
struct LogLink {
  var sequence: Int64
  var at: Int64
  var tenant: Int64
  var kind: String
  var actor: String
  var watch: Int64?
  var caseID: Int64?
  var person: Int64?
  var payloadDigest: [UInt8]
}

/// Bytes that two different rows can never share: every field has a fixed width or its length
/// before it.
private struct CanonicalBytes {
  private(set) var bytes: [UInt8] = []

  init() {
    bytes.reserveCapacity(192)
  }

  mutating func append(_ number: Int64) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ field: [UInt8]) {
    append(Int64(field.count))
    bytes.append(contentsOf: field)
  }

  mutating func append(optional number: Int64?) {
    bytes.append(number == nil ? 0 : 1)
    append(number ?? 0)
  }
}
