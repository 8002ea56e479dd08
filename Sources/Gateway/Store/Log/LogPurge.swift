import CheckinFlows
import GatewayEngine

/// The kind of the entry that a purge leaves; it says which sequences lost their payload.
let purgeKind = "log.purged"

extension SQLiteTransaction {
  func purgeLogPayloads(
    of tenant: TenantID, before: Instant, limit: Int, at now: Instant
  ) throws -> Int {
    let doomed = try purgeableSequences(of: tenant, before: before, limit: limit)
    guard let first = doomed.first, let last = doomed.last else { return 0 }
    // The trigger lets a payload go only while a permit lies there, inside this transaction.
    try connection.run("INSERT INTO log_purge_permits (id) VALUES (1)")
    for sequence in doomed {
      try connection.run("DELETE FROM log_payloads WHERE sequence = ?", [sequence])
    }
    try connection.run("DELETE FROM log_purge_permits")
    try append(
      LogEntry(
        at: now, tenant: tenant, kind: purgeKind, actor: .system,
        payload: ["from": "\(first)", "to": "\(last)", "count": "\(doomed.count)"]))
    return doomed.count
  }

  /// The record of a purge stays, or nobody could tell a purge from a theft.
  private func purgeableSequences(
    of tenant: TenantID, before: Instant, limit: Int
  ) throws -> [Int64] {
    let sql = """
      SELECT log.sequence FROM log_payloads JOIN log ON log.sequence = log_payloads.sequence
      WHERE log.tenant = ? AND log.at < ? AND log.kind <> ? ORDER BY log.sequence LIMIT ?
      """
    return try connection.all(
      sql, [tenant.rawValue, before.milliseconds, purgeKind, limit], { $0[0] })
  }
}
