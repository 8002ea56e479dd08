import Foundation
import GRDB
import GatewayEngine
import TestSupport
import Testing

@testable import CheckinFlows
@testable import GatewayStore

@Suite("When the disk or the file fails")
struct SQLiteFailureTests {
  @Test("a full disk is told, nothing of the write happened, and work goes on when there is room")
  func diskFull() async throws {
    let temporary = try await TemporaryStore.withCast()
    try await limitPages(of: temporary, toPresentCount: true)
    let big = String(repeating: "x", count: 200_000)
    await #expect(throws: StoreFailure.diskFull) {
      try await temporary.store.write { transaction in
        try transaction.saveSetting("small", "1")
        try transaction.saveSetting("big", big)
      }
    }
    #expect(try await temporary.store.read { try $0.setting("small") } == nil)
    try await limitPages(of: temporary, toPresentCount: false)
    try await temporary.store.write { try $0.saveSetting("big", big) }
    #expect(try await temporary.store.read { try $0.setting("big") } == big)
  }

  @Test("a write that swallows a full disk has failed all the same")
  func swallowedFailure() async throws {
    let temporary = try await TemporaryStore.withCast()
    try await limitPages(of: temporary, toPresentCount: true)
    let big = String(repeating: "x", count: 200_000)
    await #expect(throws: StoreFailure.diskFull) {
      try await temporary.store.write { transaction in
        try? transaction.saveSetting("big", big)
      }
    }
  }

  @Test("a file that cannot be written is told as such")
  func readOnly() async throws {
    let temporary = try await TemporaryStore.withCast()
    try await temporary.store.pool.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA query_only = ON")
    }
    await #expect(throws: StoreFailure.readOnly) {
      try await temporary.store.write { try $0.saveSetting("a", "1") }
    }
  }

  @Test("when the commit fails, every write of the group has failed")
  func commitFails() async throws {
    let temporary = try await TemporaryStore.withCast()
    let gate = DispatchSemaphore(value: 0)
    temporary.store.pool.asyncWriteWithoutTransaction { _ in gate.wait() }
    let good = Task { try await temporary.store.write { try $0.saveSetting("good", "1") } }
    let bad = Task {
      try await temporary.store.write { transaction in
        let connection = try #require(transaction as? SQLiteTransaction).connection
        try connection.run("PRAGMA defer_foreign_keys = ON")
        try transaction.insert(Cast.watch(watchID(1001), of: PersonID(rawValue: 99)))
      }
    }
    while temporary.store.waitingWrites < 2 { await Task.yield() }
    gate.signal()
    await #expect(throws: StoreFailure.self) { try await good.value }
    await #expect(throws: StoreFailure.self) { try await bad.value }
    #expect(try await temporary.store.read { try $0.setting("good") } == nil)
    try await temporary.store.write { try $0.saveSetting("good", "2") }
  }

  @Test("a file that another process holds is told, with what to do")
  func locked() async throws {
    let temporary = try TemporaryStore()
    let store = try SQLiteStore.open(path: temporary.path, clock: ManualClock(), busySeconds: 0.01)
    let other = try DatabaseQueue(path: temporary.path)
    let gate = DispatchSemaphore(value: 0)
    let held = DispatchSemaphore(value: 0)
    other.asyncWriteWithoutTransaction { database in
      try? database.beginTransaction(.immediate)
      held.signal()
      gate.wait()
      try? database.rollback()
    }
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        held.wait()
        continuation.resume()
      }
    }
    await #expect(throws: StoreFailure.locked(holder: "another process")) {
      try await store.write { try $0.saveSetting("a", "1") }
    }
    gate.signal()
  }

  @Test("a file that is no database is told as damage")
  func corrupt() throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "gatewayd.db")
    try Data(repeating: 65, count: 8_192).write(to: URL(filePath: path))
    #expect(throws: StoreFailure.corrupt("the database file is damaged or is not a database")) {
      try SQLiteStore.open(path: path, clock: ManualClock())
    }
  }

  @Test("a body of an unknown format is refused with what to do")
  func unknownFormat() async throws {
    let temporary = try await TemporaryStore.withCast()
    try await temporary.store.write { try $0.insert(Cast.watch(watchID(1001))) }
    try await temporary.store.pool.writeWithoutTransaction {
      try $0.execute(sql: "UPDATE watches SET format = 7")
    }
    let expected = StoreFailure.other(
      "a watch is stored in format 7, which this version cannot read; "
        + "install the version of gatewayd that wrote it")
    await #expect(throws: expected) {
      try await temporary.store.read { try $0.watch(watchID(1001)) }
    }
  }

  private func limitPages(of temporary: TemporaryStore, toPresentCount: Bool) async throws {
    try await temporary.store.pool.writeWithoutTransaction { database in
      let count = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      let most = toPresentCount ? count : 1_000_000
      try database.execute(sql: "PRAGMA max_page_count = \(most)")
    }
  }
}
