import Foundation
import GRDB
package import GatewayEngine

extension SQLiteStore {
  /// How long a write waits for another process that is writing.
  package static let busySeconds = 5.0
  private static let readers = 4

  /// Opens the file, makes it if it is missing, and brings its schema up to date.
  ///
  /// - Parameter migrating: false to refuse an older schema instead of changing it.
  /// - Throws: `StoreFailure`.
  package static func open(
    path: String, clock: any EngineClock, migrating: Bool = true,
    busySeconds: Double = SQLiteStore.busySeconds
  ) throws -> SQLiteStore {
    try StoreFailure.mapping {
      try makeFile(at: path)
      let pool = try DatabasePool(path: path, configuration: configuration(busySeconds))
      try pool.writeWithoutTransaction { database in
        try makeDurable(database)
        if migrating { try Migrations.run(on: database) }
        let version = try Migrations.checkVersion(of: database)
        guard version == Migrations.newest else {
          throw StoreFailure.other(
            "the schema is \(version) and should be \(Migrations.newest); run `gatewayd migrate`")
        }
      }
      return SQLiteStore(path: path, pool: pool, clock: clock)
    }
  }

  /// How far the schema of a file has come, 0 for an empty one; changes nothing.
  package static func schemaVersion(ofFileAt path: String) throws -> Int {
    try StoreFailure.mapping {
      try DatabaseQueue(path: path).read(Migrations.checkVersion(of:))
    }
  }

  private static func configuration(_ busySeconds: Double) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busySeconds)
    configuration.maximumReaderCount = readers
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      // 8 MiB a connection: the live rows fit, and five connections stay small.
      try database.execute(sql: "PRAGMA cache_size = -8192")
      try database.execute(sql: "PRAGMA temp_store = MEMORY")
      try database.execute(sql: "PRAGMA trusted_schema = OFF")
    }
    return configuration
  }

  /// Settings of the writer. DatabasePool sets `synchronous` to NORMAL when it turns on the
  /// write-ahead log, after `prepareDatabase`, and a power cut could then take back what was
  /// answered 2xx; so ours comes last, and is read back.
  private static func makeDurable(_ database: Database) throws {
    try database.execute(sql: "PRAGMA synchronous = FULL")
    // Purged texts are overwritten, not only unlinked.
    try database.execute(sql: "PRAGMA secure_delete = ON")
    // Folded into the file each 4 MiB: the writer does it between two groups, and everybody waits.
    // Cut to 64 MiB after a burst.
    try database.execute(sql: "PRAGMA wal_autocheckpoint = 1000")
    // The writer alone touches all that lives: 100,000 watches and their indexes nearly fit.
    try database.execute(sql: "PRAGMA cache_size = -65536")
    try database.execute(sql: "PRAGMA journal_size_limit = 67108864")
    guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else {
      throw StoreFailure.other("SQLite did not take synchronous=FULL")
    }
    guard try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal" else {
      throw StoreFailure.other("SQLite did not take journal_mode=WAL; use a local disk")
    }
  }

  /// Readable by our own user alone; the files beside it get the same rights from SQLite.
  private static func makeFile(at path: String) throws {
    let file = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw StoreFailure.readOnly }
    Foundation.close(file)
  }
}
