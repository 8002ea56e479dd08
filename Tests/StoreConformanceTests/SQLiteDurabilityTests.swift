import Foundation
import GRDB
import GatewayEngine
import TestSupport
import Testing

@testable import GatewayStore

@Suite("The SQLite file")
struct SQLiteDurabilityTests {
  @Test("every commit is flushed: synchronous is FULL on the writer")
  func synchronousIsFull() throws {
    let temporary = try TemporaryStore()
    let (synchronous, journal, foreignKeys) = try temporary.store.pool.writeWithoutTransaction {
      (
        try Int.fetchOne($0, sql: "PRAGMA synchronous"),
        try String.fetchOne($0, sql: "PRAGMA journal_mode"),
        try Int.fetchOne($0, sql: "PRAGMA foreign_keys")
      )
    }
    #expect(synchronous == 2)
    #expect(journal == "wal")
    #expect(foreignKeys == 1)
  }

  @Test("without our setting DatabasePool would leave it at NORMAL")
  func poolAloneIsNormal() throws {
    let folder = try TemporaryFolder()
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    let pool = try DatabasePool(path: folder.path(of: "plain.db"), configuration: configuration)
    #expect(
      try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 1)
  }

  @Test("only our own user can read the file")
  func fileRights() throws {
    let temporary = try TemporaryStore()
    let attributes = try FileManager.default.attributesOfItem(atPath: temporary.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("after closing, the file alone is the whole database")
  func closingFoldsIn() async throws {
    let temporary = try await TemporaryStore.withCast()
    await temporary.store.close()
    let log = try? FileManager.default.attributesOfItem(atPath: temporary.path + "-wal")
    #expect(log?[.size] as? Int ?? 0 == 0)
  }

  @Test("a newer schema is refused by name")
  func newerSchema() async throws {
    let temporary = try TemporaryStore()
    try await temporary.store.pool.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA user_version = 99")
    }
    await temporary.store.close()
    #expect(throws: StoreFailure.newerSchema(found: 99, known: Migrations.newest)) {
      try temporary.openAgain()
    }
  }

  @Test("migrations are numbered from 1 without a gap, and each leaves its number")
  func migrations() throws {
    #expect(Migrations.all.map(\.number) == Array(1...Migrations.newest))
    let queue = try DatabaseQueue()
    for number in 1...Migrations.newest {
      try queue.writeWithoutTransaction { try Migrations.run(on: $0, to: number) }
      #expect(try queue.read { try Migrations.version(of: $0) } == number)
    }
  }

  @Test("an older schema is refused when it must not be changed")
  func olderSchema() throws {
    let folder = try TemporaryFolder()
    #expect(throws: StoreFailure.self) {
      try SQLiteStore.open(
        path: folder.path(of: "empty.db"), clock: ManualClock(), migrating: false)
    }
  }

  @Test("a second serve on the same file is refused and told who holds it")
  func serveLock() throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "gatewayd.db")
    let lock = try ServeLock(databasePath: path)
    let process = ProcessInfo.processInfo.processIdentifier
    let holder = "another `gatewayd serve`, process \(process)"
    #expect(throws: StoreFailure.locked(holder: holder)) { try ServeLock(databasePath: path) }
    withExtendedLifetime(lock) {}
  }

  @Test("the lock goes with its holder")
  func serveLockIsReleased() throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "gatewayd.db")
    for _ in 1...2 { _ = try ServeLock(databasePath: path) }
  }

  @Test("another process's changes are seen, our own are not")
  func externalChanges() async throws {
    let temporary = try await TemporaryStore.withCast()
    let other = try temporary.openAgain()
    let before = try await temporary.store.dataVersion()
    try await temporary.store.write { try $0.saveSetting("mine", "1") }
    #expect(try await temporary.store.dataVersion() == before)

    let changes = temporary.store.externalChanges()
    let seen = Task {
      for await _ in changes { return true }
      return false
    }
    await temporary.clock.untilAsleep()
    try await other.write { try $0.saveSetting("theirs", "1") }
    temporary.clock.advance(seconds: 1)
    #expect(await seen.value)
    #expect(try await temporary.store.read { try $0.setting("theirs") } == "1")
  }
}
