import CheckinFlows
import GatewayEngine

extension SQLiteTransaction {
  func insert(_ row: InboundRow) throws -> Bool {
    let sql = """
      INSERT INTO inbound (provider, key, received_at, payload, is_orphan) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (provider, key) DO NOTHING
      """
    let inserted = try connection.run(
      sql, [row.provider, row.key, row.receivedAt.milliseconds, row.payload, row.isOrphan])
    return inserted == 1
  }

  func latestInbound(provider: String) throws -> Instant? {
    let sql = """
      SELECT received_at FROM inbound WHERE provider = ? ORDER BY received_at DESC LIMIT 1
      """
    return try connection.first(sql, [provider]) { $0.instant(0) }
  }

  func forgetInbound(before: Instant, limit: Int) throws -> Int {
    let sql = """
      DELETE FROM inbound WHERE (provider, key) IN (
        SELECT provider, key FROM inbound WHERE received_at < ? LIMIT ?)
      """
    return try connection.run(sql, [before.milliseconds, limit])
  }
}
