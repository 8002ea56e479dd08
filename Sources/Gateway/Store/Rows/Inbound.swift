import CheckinFlows
import GatewayEngine

private let eventFormat = BodyFormat<ParkedEvent>("parked event")

extension SQLiteReading {
  func parkedEvents(limit: Int) throws -> [InboundRow] {
    let sql = """
      SELECT provider, key, received_at, is_orphan, payload FROM inbound
      WHERE payload IS NOT NULL ORDER BY received_at LIMIT ?
      """
    return try connection.all(sql, [limit]) { row in
      InboundRow(
        provider: row[0], key: row[1], receivedAt: row.instant(2),
        parked: try eventFormat.decode(row[4], format: eventFormat.current), isOrphan: row[3])
    }
  }
}

extension SQLiteTransaction {
  func insert(_ row: InboundRow) throws -> Bool {
    let sql = """
      INSERT INTO inbound (provider, key, received_at, payload, is_orphan) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (provider, key) DO NOTHING
      """
    let inserted = try connection.run(
      sql, [row.provider, row.key, row.receivedAt.milliseconds, try row.payload, row.isOrphan])
    return inserted == 1
  }

  func save(_ row: InboundRow) throws {
    let sql = "UPDATE inbound SET payload = ?, is_orphan = ? WHERE provider = ? AND key = ?"
    let changed = try connection.run(
      sql, [try row.payload, row.isOrphan, row.provider, row.key])
    guard changed == 1 else {
      throw StoreFailure.other("an inbound event was saved before it was inserted")
    }
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

extension InboundRow {
  fileprivate var payload: BodyText? {
    get throws { try parked.map(eventFormat.encode) }
  }
}
