/// Identities that were handed out inside one transaction and may still be left unused.
///
/// A machine is given an identity for a case that it hardly ever opens. Drawing one reads the
/// sequence once; the sequence moves on only when a row with the identity is inserted.
final class DrawnIdentities {
  private var next: [String: Int64] = [:]

  func draw(_ sequence: String, from stored: () throws -> Int64) rethrows -> Int64 {
    let identity = try next[sequence] ?? stored()
    next[sequence] = identity + 1
    return identity
  }
}
