import CheckinFlows
import Crypto
import Foundation
package import GatewayEngine

/// Sees that the key of the codes is the one that the stored codes were made with. Under another
/// key every right code would be wrong and every duress code go unseen, and nobody would know.
package enum CodeKeyGuard {
  private static let setting = "codes.key-fingerprint"
  private static let peopleAtATime = 500

  /// Remembers the key at the first call. Throws what to do when it is another one now and codes
  /// are stored.
  package static func confirm(_ key: [UInt8], in store: any Store) async throws {
    let fingerprint = fingerprint(of: key)
    let known = try await store.read { try $0.setting(setting) }
    guard known != fingerprint else { return }
    if known != nil, try await hasCodes(store) {
      throw AdministrationRefused(
        "The key of the codes is not the one that the stored codes were made with: no code would "
          + "be right. Set codes.key back, or restore the file gatewayd.db.key beside the database "
          + "from a backup.")
    }
    try await store.write { try $0.saveSetting(setting, fingerprint) }
  }

  /// Tells keys apart, and nothing of the key.
  private static func fingerprint(of key: [UInt8]) -> String {
    let code = HMAC<SHA256>.authenticationCode(
      for: Data("fingerprint".utf8), using: SymmetricKey(data: key))
    return Array(code).prefix(8).map { String(format: "%02x", $0) }.joined()
  }

  private static func hasCodes(_ store: any Store) async throws -> Bool {
    try await store.read { reading in
      let operators = try reading.operators(of: .first, includingDisabled: false)
      if operators.contains(where: { $0.codeHash != nil }) { return true }
      var last: PersonID?
      repeat {
        let people = try reading.people(of: .first, after: last, limit: peopleAtATime)
        if people.contains(where: { $0.codeHash != nil }) { return true }
        last = people.count < peopleAtATime ? nil : people.last?.id
      } while last != nil
      return false
    }
  }
}
