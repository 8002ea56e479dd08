import GRDB
import GRDBSQLite
import GatewayEngine

/// One connection inside one transaction. Every statement of the store passes here: prepared once,
/// and its errors turned into our own words.
///
/// GRDB keeps the statements prepared; they are bound and stepped with SQLite's own functions,
/// which costs a fraction of going through GRDB's arguments and rows.
struct Connection {
  let database: Database
  let health = TransactionHealth()
  let drawn = DrawnIdentities()
  let logEnd = LogEnd()

  /// Runs a statement and returns how many rows it changed.
  @discardableResult
  func run(_ sql: String, _ values: [(any SQLiteValue)?] = []) throws -> Int {
    try stepping(sql, values) { statement in
      while try statement.step() {}
      return Int(sqlite3_changes(sqlite3_db_handle(statement.pointer)))
    }
  }

  func first<Value>(
    _ sql: String, _ values: [(any SQLiteValue)?] = [], _ make: (Row) throws -> Value
  ) throws -> Value? {
    try stepping(sql, values) { statement in
      try statement.step() ? try make(Row(statement: statement.pointer)) : nil
    }
  }

  func all<Value>(
    _ sql: String, _ values: [(any SQLiteValue)?] = [], _ make: (Row) throws -> Value
  ) throws -> [Value] {
    try stepping(sql, values) { statement in
      let row = Row(statement: statement.pointer)
      var made: [Value] = []
      while try statement.step() { made.append(try make(row)) }
      return made
    }
  }

  private func stepping<Value>(
    _ sql: String, _ values: [(any SQLiteValue)?], _ work: (SteppedStatement) throws -> Value
  ) throws -> Value {
    try health.guarding {
      let prepared = try database.cachedStatement(sql: sql)
      let statement = SteppedStatement(pointer: prepared.sqliteStatement)
      // Also ends the read, so that no statement stands open when the transaction commits.
      defer { sqlite3_reset(statement.pointer) }
      try statement.bind(values)
      return try work(statement)
    }
  }
}

/// A prepared statement on its way through its rows.
private struct SteppedStatement {
  let pointer: SQLiteStatement

  func bind(_ values: [(any SQLiteValue)?]) throws {
    guard values.count == sqlite3_bind_parameter_count(pointer) else {
      throw StoreFailure.other("a statement of the store was given the wrong number of values")
    }
    for (index, value) in values.enumerated() {
      let position = Int32(index + 1)
      let code = value?.bind(to: pointer, at: position) ?? sqlite3_bind_null(pointer, position)
      guard code == SQLITE_OK else { throw failure(code) }
    }
  }

  /// True when there is a row.
  func step() throws -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw failure(code)
    }
  }

  private func failure(_ code: Int32) -> DatabaseError {
    let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(pointer)))
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }
}
