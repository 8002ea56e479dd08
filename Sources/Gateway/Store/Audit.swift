import CheckinFlows
import GatewayEngine

/// The independent auditor's queries. They read the bodies of the flows and compare them with the
/// deadline table; nothing here is shared with the code that keeps that table.
extension SQLiteReading {
  func auditFindings(
    at now: Instant, lateAfterSeconds: Int, limit: Int
  ) throws -> [AuditFinding] {
    let lateBefore = now.adding(seconds: -lateAfterSeconds)
    var findings = try watchesWithoutNextStep(limit: limit)
    findings += try casesWithoutNextStep(limit: limit)
    findings += try lateSteps(before: lateBefore, limit: limit)
    findings += try differingSteps(limit: limit)
    findings += try lateItems(before: lateBefore, limit: limit)
    return Array(findings.prefix(limit))
  }

  private func watchesWithoutNextStep(limit: Int) throws -> [AuditFinding] {
    let sql = """
      SELECT id FROM watches
      WHERE is_live = 1
        AND NOT EXISTS (SELECT 1 FROM deadlines WHERE kind = 'watch' AND id = CAST(watches.id AS TEXT))
        AND NOT EXISTS (\(openHoldingCase))
      ORDER BY id LIMIT ?
      """
    return try connection.all(sql, [limit]) { .watchWithoutNextStep($0.identifier(0)) }
  }

  private func casesWithoutNextStep(limit: Int) throws -> [AuditFinding] {
    let sql = """
      SELECT id FROM cases
      WHERE is_open = 1
        AND NOT EXISTS (SELECT 1 FROM deadlines WHERE kind = 'case' AND id = CAST(cases.id AS TEXT))
      ORDER BY id LIMIT ?
      """
    return try connection.all(sql, [limit]) { .caseWithoutNextStep($0.identifier(0)) }
  }

  private func lateSteps(before: Instant, limit: Int) throws -> [AuditFinding] {
    let sql = "SELECT kind, id, due_at FROM deadlines WHERE due_at < ? ORDER BY due_at LIMIT ?"
    return try connection.all(sql, [before.milliseconds, limit]) { row in
      .lateStep(try row.flowID(kind: 0, id: 1), dueAt: row.instant(2))
    }
  }

  /// What the flow says of itself, and what the deadline table says of it. A step that the table
  /// lacks altogether is told above, unless a case holds the watch.
  private func differingSteps(limit: Int) throws -> [AuditFinding] {
    let sql = """
      WITH own (kind, id, due_at, is_held) AS (
        SELECT 'watch', CAST(id AS TEXT), json_extract(body, '$.nextStep.at._0'), EXISTS (\(openHoldingCase))
        FROM watches WHERE is_live = 1
        UNION ALL
        SELECT 'case', CAST(id AS TEXT), json_extract(body, '$.nextStepAt'), FALSE FROM cases WHERE is_open = 1)
      SELECT own.kind, own.id FROM own
      LEFT JOIN deadlines ON deadlines.kind = own.kind AND deadlines.id = own.id
      WHERE own.due_at IS NOT deadlines.due_at AND (deadlines.id IS NOT NULL OR own.is_held)
      UNION ALL
      SELECT kind, id FROM deadlines WHERE kind = 'watch'
        AND NOT EXISTS (SELECT 1 FROM watches WHERE watches.id = CAST(deadlines.id AS INTEGER) AND is_live = 1)
      UNION ALL
      SELECT kind, id FROM deadlines WHERE kind = 'case'
        AND NOT EXISTS (SELECT 1 FROM cases WHERE cases.id = CAST(deadlines.id AS INTEGER) AND is_open = 1)
      LIMIT ?
      """
    return try connection.all(sql, [limit]) { .stepsDiffer(try $0.flowID(kind: 0, id: 1)) }
  }

  private func lateItems(before: Instant, limit: Int) throws -> [AuditFinding] {
    let sql = """
      SELECT id FROM outbox WHERE state = 'pending' AND lane = 0 AND due_at < ?
      ORDER BY due_at, id LIMIT ?
      """
    return try connection.all(sql, [before.milliseconds, limit]) { .lateItem($0.identifier(0)) }
  }
}

private let openHoldingCase =
  """
  SELECT 1 FROM cases
  WHERE cases.id = json_extract(watches.body, '$.nextStep.byCase._0') AND cases.is_open = 1
  """
