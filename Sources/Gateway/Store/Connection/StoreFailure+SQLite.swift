import GRDB
import GatewayEngine

extension StoreFailure {
  /// The wall: no error of the database passes it in its own words. SQLite's messages name tables
  /// and columns, never values.
  init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_FULL: self = .diskFull
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(holder: "another process")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      self = .corrupt("the database file is damaged or is not a database")
    case .SQLITE_IOERR: self = .other("the disk reported an input or output error")
    default: self = .other(error.message ?? "SQLite answered \(error.resultCode.rawValue)")
    }
  }

  /// For what comes out of GRDB around our closures, such as when a connection is opened.
  static func mapping<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw StoreFailure(error)
    }
  }
}
