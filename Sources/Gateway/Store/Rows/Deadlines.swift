import CheckinFlows
import GatewayEngine

extension SQLiteReading {
  func dueDeadlines(at now: Instant, limit: Int) throws -> [Deadline] {
    let sql = """
      SELECT kind, id, due_at FROM deadlines WHERE due_at <= ? ORDER BY due_at, kind, id LIMIT ?
      """
    return try connection.all(sql, [now.milliseconds, limit]) { row in
      Deadline(flow: try row.flowID(kind: 0, id: 1), dueAt: row.instant(2))
    }
  }

  func nextDeadline() throws -> Instant? {
    let sql = "SELECT due_at FROM deadlines ORDER BY due_at LIMIT 1"
    return try connection.first(sql, []) { $0.instant(0) }
  }
}

extension SQLiteTransaction {
  func setDeadline(_ at: Instant?, for call: CallRef) throws {
    try keepDeadline("call", call.rawValue, at)
  }

  /// Exactly one row while there is a next step, else none.
  func keepDeadline(_ kind: String, _ id: String, _ at: Instant?) throws {
    guard let at else {
      try connection.run("DELETE FROM deadlines WHERE kind = ? AND id = ?", [kind, id])
      return
    }
    let sql = """
      INSERT INTO deadlines (kind, id, due_at) VALUES (?, ?, ?)
      ON CONFLICT (kind, id) DO UPDATE SET due_at = excluded.due_at
        WHERE due_at <> excluded.due_at
      """
    try connection.run(sql, [kind, id, at.milliseconds])
  }
}

extension Row {
  func flowID(kind: Int, id: Int) throws -> FlowID {
    let text: String = self[id]
    switch (self[kind] as String, Int64(text)) {
    case ("watch", let number?): return .watch(WatchID(rawValue: number))
    case ("case", let number?): return .case(CaseID(rawValue: number))
    case ("call", _): return .call(CallRef(rawValue: text))
    default: throw StoreFailure.corrupt("a deadline belongs to nothing that is known")
    }
  }
}
