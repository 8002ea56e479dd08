import Synchronization

/// Values that were decoded lately, found again by the very text that they were decoded from: it
/// cannot be stale, whatever is rolled back or written by another process.
final class DecodedBodies<Value: Codable & Sendable>: Sendable {
  /// Far more than are in use at once; a full one is emptied.
  private static var most: Int { 512 }
  private let values = Mutex<[BodyText: Value]>([:])

  func value(_ body: BodyText, format: Int, of bodyFormat: BodyFormat<Value>) throws -> Value {
    if format == bodyFormat.current, let known = values.withLock({ $0[body] }) { return known }
    let value = try bodyFormat.decode(body, format: format)
    guard format == bodyFormat.current else { return value }
    values.withLock { values in
      if values.count >= Self.most { values.removeAll() }
      values[body] = value
    }
    return value
  }
}
