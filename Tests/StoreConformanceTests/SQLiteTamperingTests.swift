import GRDB
import GatewayEngine
import TestSupport
import Testing

@testable import CheckinFlows
@testable import GatewayStore

@Suite("Somebody with the database file in hand")
struct SQLiteTamperingTests {
  @Test(
    "cannot change the log by plain SQL",
    arguments: [
      "UPDATE log SET kind = 'x'", "DELETE FROM log", "DELETE FROM log WHERE sequence = 3",
      "INSERT OR REPLACE INTO log SELECT * FROM log WHERE sequence = 2",
      "UPDATE log_payloads SET payload = '{}'", "DELETE FROM log_payloads",
      "INSERT OR REPLACE INTO log_payloads VALUES (1, '{}')",
    ])
  func plainSQL(sql: String) async throws {
    let temporary = try await withThreeEntries()
    let before = try await temporary.store.read { try $0.log(after: 0, limit: 9) }
    let queue = try DatabaseQueue(path: temporary.path)
    #expect(throws: DatabaseError.self) {
      try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    }
    #expect(try await temporary.store.read { try $0.log(after: 0, limit: 9) } == before)
  }

  @Test(
    "is found out when the triggers are taken away first",
    arguments: [
      ("UPDATE log SET kind = 'x' WHERE sequence = 2", 2),
      ("UPDATE log SET at = at + 1 WHERE sequence = 1", 1),
      ("UPDATE log SET person = NULL WHERE sequence = 3", 3),
      ("DELETE FROM log WHERE sequence = 2", 2), ("DELETE FROM log WHERE sequence = 3", 3),
      ("UPDATE log_payloads SET payload = '{}' WHERE sequence = 2", 2),
      ("DELETE FROM log_payloads WHERE sequence = 1", 1),
    ] as [(String, Int64)])
  func withoutTriggers(sql: String, broken: Int64) async throws {
    let temporary = try await withThreeEntries()
    #expect(try await temporary.store.read { try $0.firstBrokenLogEntry() } == nil)
    try await tamper(temporary) { database in
      let triggers = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
      for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger)") }
      try database.execute(sql: sql)
    }
    #expect(try await temporary.store.read { try $0.firstBrokenLogEntry() } == broken)
  }

  @Test(
    "cannot hide a step from the auditor",
    arguments: [
      (
        "DELETE FROM deadlines",
        [.watchWithoutNextStep(watchID(1001)), .caseWithoutNextStep(caseID(101))]
      ),
      (
        "UPDATE deadlines SET due_at = due_at + 1",
        [.stepsDiffer(.watch(watchID(1001))), .stepsDiffer(.case(caseID(101)))]
      ),
      (
        "INSERT INTO deadlines VALUES ('watch', '7', 9999999999999), ('case', '7', 9999999999999)",
        [.stepsDiffer(.watch(watchID(7))), .stepsDiffer(.case(caseID(7)))]
      ),
    ] as [(String, [AuditFinding])])
  func deadlines(sql: String, findings: [AuditFinding]) async throws {
    let temporary = try await TemporaryStore.withCast()
    try await temporary.store.write { transaction in
      try transaction.insert(Cast.watch(watchID(1001)))
      try transaction.insert(Cast.openCase(caseID(101), kind: .callback))
    }
    try await tamper(temporary) { try $0.execute(sql: sql) }
    let found = try await temporary.store.read {
      try $0.auditFindings(at: evening, lateAfterSeconds: 30, limit: 9)
    }
    #expect(Set(found) == Set(findings))
  }

  private func withThreeEntries() async throws -> TemporaryStore {
    let temporary = try await TemporaryStore.withCast()
    try await temporary.store.write { transaction in
      for text in ["a", "b", "c"] { try transaction.append(logEntry("text", ["text": text])) }
    }
    return temporary
  }

  private func tamper(
    _ temporary: TemporaryStore, _ change: @escaping @Sendable (Database) throws -> Void
  ) async throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: temporary.path, configuration: configuration)
    try await queue.writeWithoutTransaction { try change($0) }
  }
}
