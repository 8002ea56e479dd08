import CheckinFlows
import GatewayEngine

/// Deletes what is over, and never anything that is younger than the oldest promise that holds:
/// so nothing of an open case or a live watch is touched, whatever refers to it.
extension SQLiteTransaction {
  func forgetOutbox(before: Instant, limit: Int) throws -> Int {
    let oldest = min(before, try oldestPromise() ?? before)
    let sql = """
      DELETE FROM outbox WHERE id IN (
        SELECT id FROM outbox
        WHERE state NOT IN ('pending', 'sending', 'unknown') AND due_at < ? LIMIT ?)
      """
    return try connection.run(sql, [oldest.milliseconds, limit])
  }

  func forgetCalls(before: Instant, limit: Int) throws -> Int {
    let oldest = min(before, try oldestPromise() ?? before)
    let sql = """
      DELETE FROM calls WHERE ref IN (
        SELECT ref FROM calls WHERE ended_at IS NOT NULL AND ended_at < ? LIMIT ?)
      """
    return try connection.run(sql, [oldest.milliseconds, limit])
  }

  /// When the oldest open case was opened, or the oldest live watch armed.
  private func oldestPromise() throws -> Instant? {
    let opened = try connection.first(
      "SELECT opened_at FROM cases WHERE is_open = 1 ORDER BY opened_at LIMIT 1", []
    ) { $0.instant(0) }
    // Identities are drawn in the order of time.
    let first = try connection.first(
      "SELECT id FROM watches WHERE is_live = 1 ORDER BY id LIMIT 1", []
    ) { row -> WatchID in row.identifier(0) }
    let armed = try first.flatMap { try watch($0)?.flow.armedAt }
    return [opened, armed].compactMap { $0 }.min()
  }
}
