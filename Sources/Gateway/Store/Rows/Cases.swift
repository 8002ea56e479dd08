import CheckinFlows
import GatewayEngine

private let caseFormat = BodyFormat<Case>("case")

extension SQLiteReading {
  func `case`(_ id: CaseID) throws -> Versioned<Case>? {
    let sql = "SELECT format, body, version FROM cases WHERE id = ?"
    return try connection.first(sql, [id.rawValue], versionedCase)
  }

  func cases(
    _ filter: CaseFilter, of tenant: TenantID, after: CaseID?, limit: Int
  ) throws -> [Case] {
    let (condition, filterValue) = filter.condition
    var values: [any SQLiteValue] = [tenant.rawValue]
    if let filterValue { values.append(filterValue) }
    if let after { values.append(after.rawValue) }
    let position = """
      AND (priority, opened_at, id) > (SELECT priority, opened_at, id FROM cases WHERE id = ?)
      """
    let sql = """
      SELECT format, body, version FROM cases
      WHERE tenant = ? AND \(condition) \(after == nil ? "" : position)
      ORDER BY priority, opened_at, id LIMIT ?
      """
    return try connection.all(sql, values + [limit]) { try versionedCase($0).flow }
  }

  func openCase(
    kind: CaseKind, person: PersonID?, faultName: String?
  ) throws -> Versioned<Case>? {
    var values: [any SQLiteValue] = [kind.rawValue]
    var condition = person == nil ? "" : "AND person = ?"
    if let person { values.append(person.rawValue) }
    if let faultName {
      condition += " AND fault_name = ?"
      values.append(faultName)
    } else if person == nil {
      condition = "AND person IS NULL AND fault_name IS NULL"
    }
    let sql = """
      SELECT format, body, version FROM cases
      WHERE is_open = 1 AND kind = ? \(condition) ORDER BY priority, opened_at, id LIMIT 1
      """
    return try connection.first(sql, values, versionedCase)
  }

  func openCases(of person: PersonID) throws -> [Case] {
    let sql = """
      SELECT format, body, version FROM cases
      WHERE is_open = 1 AND person = ? ORDER BY priority, opened_at, id
      """
    return try connection.all(sql, [person.rawValue]) { try versionedCase($0).flow }
  }

  func countOpenCases(of tenant: TenantID?) throws -> Int {
    let condition = tenant == nil ? "" : "AND tenant = ?"
    let sql = "SELECT count(*) FROM cases WHERE is_open = 1 \(condition)"
    return try connection.first(sql, tenant.map { [$0.rawValue] } ?? [], { $0[0] }) ?? 0
  }

  private func versionedCase(_ row: Row) throws -> Versioned<Case> {
    Versioned(try caseFormat.decode(row[1], format: row[0]), version: row[2])
  }
}

extension SQLiteTransaction {
  func newCaseID() throws -> CaseID {
    CaseID(rawValue: try drawIdentity("case"))
  }

  func insert(_ row: Case) throws {
    try useIdentity(row.id.rawValue, of: "case")
    let sql = """
      INSERT INTO cases (id, tenant, watch, person, policy, kind, fault_name, priority, opened_at,
        is_open, is_claimed, claimed_by, version, format, body)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
      """
    try connection.run(
      sql,
      [
        row.id.rawValue, row.tenant.rawValue, row.watch?.rawValue, row.person?.rawValue,
        row.policy.rawValue, row.kind.rawValue, row.faultName, row.priority,
        row.openedAt.milliseconds, row.isOpen, row.isClaimed, row.claimant?.rawValue,
        caseFormat.current,
        try caseFormat.encode(row),
      ])
    try keepDeadline("case", "\(row.id.rawValue)", row.isOpen ? row.nextStepAt : nil)
  }

  func save(_ row: Versioned<Case>) throws {
    let flow = row.flow
    let sql = """
      UPDATE cases SET kind = ?, fault_name = ?, priority = ?, is_open = ?, is_claimed = ?,
        claimed_by = ?,
        version = version + 1, format = ?, body = ?
      WHERE id = ? AND version = ?
      """
    let changed = try connection.run(
      sql,
      [
        flow.kind.rawValue, flow.faultName, flow.priority, flow.isOpen,
        flow.isClaimed, flow.claimant?.rawValue, caseFormat.current, try caseFormat.encode(flow),
        flow.id.rawValue, row.version,
      ])
    guard changed == 1 else { throw StaleVersion() }
    try keepDeadline("case", "\(flow.id.rawValue)", flow.isOpen ? flow.nextStepAt : nil)
  }
}

extension CaseFilter {
  fileprivate var condition: (sql: String, value: Int64?) {
    switch self {
    case .unclaimed: ("is_open = 1 AND is_claimed = 0", nil)
    case .claimed: ("is_open = 1 AND is_claimed = 1", nil)
    case .live: ("is_open = 1", nil)
    case .all: ("TRUE", nil)
    case .ofWatch(let watch): ("watch = ?", watch.rawValue)
    case .claimedBy(let claimant): ("is_open = 1 AND claimed_by = ?", claimant.rawValue)
    }
  }
}

extension Case {
  fileprivate var isClaimed: Bool { responsibility != .unclaimed }

  /// The claimant who is an operator; a program that claims has no identity of this kind.
  fileprivate var claimant: OperatorID? {
    switch responsibility {
    case .claimed(let claimant, _, _): claimant.operatorID
    case .unclaimed: nil
    }
  }
}
