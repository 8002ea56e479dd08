import CheckinFlows
import GatewayEngine

private let pageColumns = "case_id, operator, code, opened_at, closed_at"

extension SQLiteReading {
  /// Oldest first.
  func openPages(of operatorID: OperatorID) throws -> [PageRow] {
    let sql = """
      SELECT \(pageColumns) FROM pages
      WHERE operator = ? AND closed_at IS NULL ORDER BY opened_at, case_id
      """
    return try connection.all(sql, [operatorID.rawValue], PageRow.init(row:))
  }

  /// Oldest first.
  func pages(for caseID: CaseID) throws -> [PageRow] {
    let sql = """
      SELECT \(pageColumns) FROM pages WHERE case_id = ? ORDER BY opened_at, operator
      """
    return try connection.all(sql, [caseID.rawValue], PageRow.init(row:))
  }
}

extension SQLiteTransaction {
  func save(_ page: PageRow) throws {
    let sql = """
      INSERT INTO pages (case_id, operator, tenant, code, opened_at, closed_at)
      SELECT id, ?, tenant, ?, ?, ? FROM cases WHERE id = ?
      ON CONFLICT (case_id, operator) DO UPDATE SET
        code = excluded.code, opened_at = excluded.opened_at, closed_at = excluded.closed_at
      """
    let changed = try connection.run(
      sql,
      [
        page.operatorID.rawValue, page.code, page.openedAt.milliseconds,
        page.closedAt?.milliseconds, page.caseID.rawValue,
      ])
    guard changed == 1 else {
      throw StoreFailure.other("a page was saved before its case; insert the case first")
    }
  }
}

extension PageRow {
  fileprivate init(row: Row) {
    self.init(
      caseID: row.identifier(0), operatorID: row.identifier(1), code: row[2],
      openedAt: row.instant(3), closedAt: row.optionalInstant(4))
  }
}
