package import CheckinFlows
import Crypto
import Foundation

/// Tokens of the JSON API: shown once, kept as a hash.
package struct AccessDesk: Sendable {
  let store: any Store
  let clock: any EngineClock
  let random: any RandomSource

  package init(store: any Store, clock: any EngineClock, random: any RandomSource) {
    self.store = store
    self.clock = clock
    self.random = random
  }

  /// Makes a token and returns it; it cannot be read again.
  /// A token of the same name that is still valid throws `TokenNameTaken`.
  package func createToken(
    named name: String, scope: TokenScope, days: Int?, tenant: TenantID = .first
  ) async throws -> String {
    let token = "tg_" + random.bytes(32).map { String(format: "%02x", $0) }.joined()
    let now = clock.now()
    let row = TokenRow(
      name: name, tenant: tenant, scope: scope, hash: Self.hash(of: token), createdAt: now,
      expiresAt: days.map { now.adding(minutes: $0 * 24 * 60) })
    try await store.write { transaction in
      let taken = try transaction.tokens(of: tenant).contains {
        $0.name == name && $0.isValid(at: now)
      }
      guard !taken else { throw TokenNameTaken(name: name) }
      try transaction.save(row)
      try transaction.append(
        LogEntry(
          at: now, tenant: tenant, kind: "token.created", actor: .system,
          payload: ["name": name, "scope": scope.rawValue]))
    }
    return token
  }

  /// False when no valid token has that name.
  package func revokeToken(named name: String, tenant: TenantID = .first) async throws -> Bool {
    let now = clock.now()
    return try await store.write { transaction in
      let valid = try transaction.tokens(of: tenant).filter {
        $0.name == name && $0.isValid(at: now)
      }
      for var row in valid {
        row.revokedAt = now
        try transaction.save(row)
        try transaction.append(
          LogEntry(
            at: now, tenant: tenant, kind: "token.revoked", actor: .system,
            payload: ["name": name]))
      }
      return !valid.isEmpty
    }
  }

  package func tokens(of tenant: TenantID = .first) async throws -> [TokenRow] {
    try await store.read { try $0.tokens(of: tenant) }
  }

  /// The row of a token that is valid now.
  package func authorize(_ token: String) async throws -> TokenRow? {
    let hash = Self.hash(of: token)
    let row = try await store.read { try $0.token(hash: hash) }
    return row.flatMap { $0.isValid(at: clock.now()) ? $0 : nil }
  }

  static func hash(of token: String) -> [UInt8] {
    Array(SHA256.hash(data: Data(token.utf8)))
  }
}

package struct TokenNameTaken: Error, CustomStringConvertible {
  package let name: String
  package var description: String {
    "A token named \(name) exists. Revoke it first, or choose another name."
  }
}

extension TokenRow {
  package func isValid(at now: Instant) -> Bool {
    revokedAt == nil && (expiresAt.map { now < $0 } ?? true)
  }
}

extension TokenScope {
  /// `admin` may all, `operate` works cases and watches, `read` looks.
  package func allows(_ needed: TokenScope) -> Bool {
    switch (self, needed) {
    case (.admin, _), (.operate, .operate), (.operate, .read), (.read, .read): true
    case (.operate, .admin), (.read, .operate), (.read, .admin): false
    }
  }
}
