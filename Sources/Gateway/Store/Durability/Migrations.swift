import GRDB
import GatewayEngine

/// One numbered step of the schema, in `Migrations/`.
struct Migration: Sendable {
  let number: Int
  let name: String
  let sql: [UInt8]
}

/// The schema's history. The file's `user_version` says how far it has come.
package enum Migrations {
  static let all = [
    Migration(number: 1, name: "people", sql: PackageResources.m0001_people_sql),
    Migration(number: 2, name: "flows", sql: PackageResources.m0002_flows_sql),
    Migration(number: 3, name: "messages", sql: PackageResources.m0003_messages_sql),
    Migration(number: 4, name: "log", sql: PackageResources.m0004_log_sql),
    Migration(number: 5, name: "access", sql: PackageResources.m0005_access_sql),
    Migration(number: 6, name: "parked", sql: PackageResources.m0006_parked_sql),
    Migration(number: 7, name: "over", sql: PackageResources.m0007_over_sql),
  ]

  /// The schema that this version works with.
  package static let newest = all.count

  static func version(of database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }

  /// Refuses a schema from the future.
  static func checkVersion(of database: Database) throws -> Int {
    let found = try version(of: database)
    guard found <= newest else {
      throw StoreFailure.newerSchema(found: found, known: newest)
    }
    return found
  }

  /// Takes each step that is missing, up to `target`, in a transaction of its own.
  static func run(on database: Database, to target: Int = newest) throws {
    _ = try checkVersion(of: database)
    for migration in all where migration.number <= target {
      try database.inTransaction(.immediate) {
        // Read inside: another process may have taken this step in the meantime.
        guard try checkVersion(of: database) == migration.number - 1 else { return .rollback }
        try database.execute(sql: String(decoding: migration.sql, as: UTF8.self))
        try database.execute(sql: "PRAGMA user_version = \(migration.number)")
        return .commit
      }
    }
  }
}
