import CheckinFlows
import GatewayEngine

private let callFormat = BodyFormat<CallRow>("call")

extension SQLiteReading {
  func call(_ ref: CallRef) throws -> CallRow? {
    try connection.first("SELECT format, body FROM calls WHERE ref = ?", [ref.rawValue], storedCall)
  }

  func call(provider: String, providerID: String) throws -> CallRow? {
    let sql = "SELECT format, body FROM calls WHERE provider_id = ? AND provider = ?"
    return try connection.first(sql, [providerID, provider], storedCall)
  }

  /// Oldest first.
  func liveCalls(limit: Int) throws -> [CallRow] {
    let sql = """
      SELECT format, body FROM calls WHERE ended_at IS NULL ORDER BY placed_at, ref LIMIT ?
      """
    return try connection.all(sql, [limit], storedCall)
  }

  private func storedCall(_ row: Row) throws -> CallRow {
    try callFormat.decode(row[1], format: row[0])
  }
}

extension SQLiteTransaction {
  func save(_ call: CallRow) throws {
    let sql = """
      INSERT INTO calls (ref, tenant, provider, provider_id, placed_at, ended_at, format, body)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (ref) DO UPDATE SET
        provider = excluded.provider, provider_id = excluded.provider_id,
        placed_at = excluded.placed_at, ended_at = excluded.ended_at,
        format = excluded.format, body = excluded.body
      """
    try connection.run(
      sql,
      [
        call.ref.rawValue, call.tenant.rawValue, call.provider, call.providerID,
        call.placedAt.milliseconds, call.endedAt?.milliseconds, callFormat.current,
        try callFormat.encode(call),
      ])
  }
}
