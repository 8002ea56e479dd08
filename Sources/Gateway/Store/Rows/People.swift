import CheckinFlows
import GatewayEngine

private let personColumns =
  """
  people.id, people.tenant, people.name, people.unit, people.party, people.language,
  people.code_hash, people.duress_code_hash, people.is_paused, people.never_answer_help,
  people.created_at
  """

extension SQLiteReading {
  func person(_ id: PersonID) throws -> PersonRow? {
    let sql = "SELECT \(personColumns) FROM people WHERE id = ?"
    return try connection.first(sql, [id.rawValue], PersonRow.init(row:))
  }

  func people(withNumber number: PhoneNumber) throws -> [PersonRow] {
    let sql = """
      SELECT \(personColumns) FROM person_numbers
      JOIN people ON people.id = person_numbers.person
      WHERE person_numbers.number = ? ORDER BY person_numbers.person
      """
    return try connection.all(sql, [number.e164], PersonRow.init(row:))
  }

  func numbers(of person: PersonID) throws -> [PersonNumberRow] {
    let sql = """
      SELECT person, number, position, verified_at, enrolment_code, opted_out_at
      FROM person_numbers WHERE person = ? ORDER BY position, number
      """
    return try connection.all(sql, [person.rawValue], PersonNumberRow.init(row:))
  }

  func people(of tenant: TenantID, after: PersonID?, limit: Int) throws -> [PersonRow] {
    let sql = """
      SELECT \(personColumns) FROM people
      WHERE tenant = ? AND id > ? ORDER BY id LIMIT ?
      """
    let values: [any SQLiteValue] = [tenant.rawValue, after?.rawValue ?? 0, limit]
    return try connection.all(sql, values, PersonRow.init(row:))
  }
}

extension SQLiteTransaction {
  func newPersonID() throws -> PersonID {
    PersonID(rawValue: try nextIdentity("person"))
  }

  func save(_ person: PersonRow) throws {
    let sql = """
      INSERT INTO people (id, tenant, name, unit, party, language, code_hash, duress_code_hash,
        is_paused, never_answer_help, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET
        name = excluded.name, unit = excluded.unit, party = excluded.party,
        language = excluded.language, code_hash = excluded.code_hash,
        duress_code_hash = excluded.duress_code_hash, is_paused = excluded.is_paused,
        never_answer_help = excluded.never_answer_help
      """
    try connection.run(
      sql,
      [
        person.id.rawValue, person.tenant.rawValue, person.name, person.unit, person.party,
        person.language.rawValue, person.codeHash, person.duressCodeHash,
        person.isPaused, person.neverAnswerHelp, person.createdAt.milliseconds,
      ])
  }

  func save(_ number: PersonNumberRow) throws {
    let sql = """
      INSERT INTO person_numbers
        (person, number, tenant, position, verified_at, enrolment_code, opted_out_at)
      SELECT id, ?, tenant, ?, ?, ?, ? FROM people WHERE id = ?
      ON CONFLICT (person, number) DO UPDATE SET
        position = excluded.position, verified_at = excluded.verified_at,
        enrolment_code = excluded.enrolment_code, opted_out_at = excluded.opted_out_at
      """
    let changed = try connection.run(
      sql,
      [
        number.number.e164, number.position, number.verifiedAt?.milliseconds,
        number.enrolmentCode, number.optedOutAt?.milliseconds, number.person.rawValue,
      ])
    guard changed == 1 else {
      throw StoreFailure.other("a number was saved before its person; save the person first")
    }
  }
}

extension PersonRow {
  fileprivate init(row: Row) throws {
    self.init(
      id: row.identifier(0), tenant: row.identifier(1), name: row[2], unit: row[3],
      party: row[4], language: try row.value(5), codeHash: row.optionalBytes(6),
      duressCodeHash: row.optionalBytes(7), isPaused: row[8], neverAnswerHelp: row[9],
      createdAt: row.instant(10))
  }
}

extension PersonNumberRow {
  fileprivate init(row: Row) throws {
    self.init(
      person: row.identifier(0), number: try row.number(1), position: row[2],
      verifiedAt: row.optionalInstant(3), enrolmentCode: row[4],
      optedOutAt: row.optionalInstant(5))
  }
}
