import CheckinFlows
import GatewayEngine

private let tokenColumns = "name, tenant, scope, hash, created_at, expires_at, revoked_at"

extension SQLiteReading {
  func token(hash: [UInt8]) throws -> TokenRow? {
    let sql = "SELECT \(tokenColumns) FROM tokens WHERE hash = ?"
    return try connection.first(sql, [hash], TokenRow.init(row:))
  }

  /// Oldest first.
  func tokens(of tenant: TenantID) throws -> [TokenRow] {
    let sql = "SELECT \(tokenColumns) FROM tokens WHERE tenant = ? ORDER BY created_at, name"
    return try connection.all(sql, [tenant.rawValue], TokenRow.init(row:))
  }

  func idempotentAnswer(key: String, token: String) throws -> IdempotentAnswer? {
    let sql = """
      SELECT request_hash, status, body, at FROM idempotent_answers WHERE token = ? AND key = ?
      """
    return try connection.first(sql, [token, key]) { row in
      IdempotentAnswer(
        key: key, token: token, requestHash: row.bytes(0), status: row[1], body: row.bytes(2),
        at: row.instant(3))
    }
  }

  func setting(_ name: String) throws -> String? {
    try connection.first("SELECT value FROM settings WHERE name = ?", [name]) { $0[0] }
  }
}

extension SQLiteTransaction {
  /// Replaces the token of the same tenant and name.
  func save(_ token: TokenRow) throws {
    let sql = """
      INSERT INTO tokens (name, tenant, scope, hash, created_at, expires_at, revoked_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (tenant, name) DO UPDATE SET
        scope = excluded.scope, hash = excluded.hash, created_at = excluded.created_at,
        expires_at = excluded.expires_at, revoked_at = excluded.revoked_at
      """
    try connection.run(
      sql,
      [
        token.name, token.tenant.rawValue, token.scope.rawValue, token.hash,
        token.createdAt.milliseconds, token.expiresAt?.milliseconds,
        token.revokedAt?.milliseconds,
      ])
  }

  /// Replaces the answer of the same token and key.
  func save(_ answer: IdempotentAnswer) throws {
    let sql = """
      INSERT OR REPLACE INTO idempotent_answers (token, key, request_hash, status, body, at)
      VALUES (?, ?, ?, ?, ?, ?)
      """
    try connection.run(
      sql,
      [
        answer.token, answer.key, answer.requestHash, answer.status, answer.body,
        answer.at.milliseconds,
      ])
  }

  func forgetIdempotentAnswers(before: Instant) throws {
    try connection.run("DELETE FROM idempotent_answers WHERE at < ?", [before.milliseconds])
  }

  func saveSetting(_ name: String, _ value: String?) throws {
    guard let value else {
      try connection.run("DELETE FROM settings WHERE name = ?", [name])
      return
    }
    let sql = """
      INSERT INTO settings (name, value) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value
      """
    try connection.run(sql, [name, value])
  }
}

extension TokenRow {
  fileprivate init(row: Row) throws {
    self.init(
      name: row[0], tenant: row.identifier(1), scope: try row.value(2), hash: row.bytes(3),
      createdAt: row.instant(4), expiresAt: row.optionalInstant(5),
      revokedAt: row.optionalInstant(6))
  }
}
