import CheckinFlows
import GatewayEngine

private let operatorColumns =
  """
  id, tenant, name, role, number, language, rung, code_hash, on_duty_since, is_disabled,
  last_reached_at
  """

extension SQLiteReading {
  func `operator`(_ id: OperatorID) throws -> OperatorRow? {
    let sql = "SELECT \(operatorColumns) FROM operators WHERE id = ?"
    return try connection.first(sql, [id.rawValue], OperatorRow.init(row:))
  }

  func `operator`(named name: String, in tenant: TenantID) throws -> OperatorRow? {
    let sql = "SELECT \(operatorColumns) FROM operators WHERE tenant = ? AND name = ?"
    return try connection.first(sql, [tenant.rawValue, name], OperatorRow.init(row:))
  }

  func operators(withNumber number: PhoneNumber) throws -> [OperatorRow] {
    let sql = "SELECT \(operatorColumns) FROM operators WHERE number = ? ORDER BY id"
    return try connection.all(sql, [number.e164], OperatorRow.init(row:))
  }

  func operators(of tenant: TenantID, includingDisabled: Bool) throws -> [OperatorRow] {
    let sql = """
      SELECT \(operatorColumns) FROM operators
      WHERE tenant = ? AND (? OR is_disabled = 0) ORDER BY rung NULLS LAST, id
      """
    return try connection.all(sql, [tenant.rawValue, includingDisabled], OperatorRow.init(row:))
  }
}

extension SQLiteTransaction {
  func newOperatorID() throws -> OperatorID {
    OperatorID(rawValue: try nextIdentity("operator"))
  }

  func save(_ row: OperatorRow) throws {
    let sql = """
      INSERT INTO operators (id, tenant, name, role, number, language, rung, code_hash,
        on_duty_since, is_disabled, last_reached_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET
        name = excluded.name, role = excluded.role, number = excluded.number,
        language = excluded.language, rung = excluded.rung, code_hash = excluded.code_hash,
        on_duty_since = excluded.on_duty_since, is_disabled = excluded.is_disabled,
        last_reached_at = excluded.last_reached_at
      """
    try connection.run(
      sql,
      [
        row.id.rawValue, row.tenant.rawValue, row.name, row.role.rawValue, row.number?.e164,
        row.language.rawValue, row.rung, row.codeHash, row.onDutySince?.milliseconds,
        row.isDisabled, row.lastReachedAt?.milliseconds,
      ])
  }
}

extension OperatorRow {
  fileprivate init(row: Row) throws {
    self.init(
      id: row.identifier(0), tenant: row.identifier(1), name: row[2], role: try row.value(3),
      number: try row.optionalNumber(4), language: try row.value(5), rung: row[6],
      codeHash: row.optionalBytes(7), onDutySince: row.optionalInstant(8), isDisabled: row[9],
      lastReachedAt: row.optionalInstant(10))
  }
}
