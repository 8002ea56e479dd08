import GRDB
import GatewayEngine

/// One connection inside one transaction. Every statement of the store passes here: prepared once,
/// and its errors turned into our own words.
struct Connection {
  let database: Database
  let health = TransactionHealth()

  /// Runs a statement and returns how many rows it changed.
  @discardableResult
  func run(_ sql: String, _ values: [(any DatabaseValueConvertible)?] = []) throws -> Int {
    try health.guarding {
      try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
      return database.changesCount
    }
  }

  func first<Value>(
    _ sql: String, _ values: [(any DatabaseValueConvertible)?] = [],
    _ make: (Row) throws -> Value
  ) throws -> Value? {
    try health.guarding {
      let statement = try database.cachedStatement(sql: sql)
      let rows = try Row.fetchCursor(statement, arguments: StatementArguments(values))
      return try rows.next().map(make)
    }
  }

  func all<Value>(
    _ sql: String, _ values: [(any DatabaseValueConvertible)?] = [],
    _ make: (Row) throws -> Value
  ) throws -> [Value] {
    try health.guarding {
      let statement = try database.cachedStatement(sql: sql)
      let rows = try Row.fetchCursor(statement, arguments: StatementArguments(values))
      var made: [Value] = []
      while let row = try rows.next() { made.append(try make(row)) }
      return made
    }
  }
}

/// Remembers a failure of the database inside one transaction, so that a closure that swallows it
/// cannot go on: after a full disk SQLite may already have rolled everything back by itself, and
/// what followed would be stored outside any transaction.
final class TransactionHealth {
  private(set) var failure: StoreFailure?

  func guarding<Value>(_ work: () throws -> Value) throws -> Value {
    if let failure { throw failure }
    do {
      return try work()
    } catch let error as DatabaseError {
      let mapped = StoreFailure(error)
      if error.resultCode != .SQLITE_CONSTRAINT { failure = mapped }
      throw mapped
    }
  }
}
