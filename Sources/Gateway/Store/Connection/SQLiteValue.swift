import GRDBSQLite

/// What can be written into a column.
protocol SQLiteValue {
  func bind(to statement: OpaquePointer, at position: Int32) -> Int32
}

/// What can be read out of a column that is never null.
protocol SQLiteColumn {
  init(_ statement: OpaquePointer, _ index: Int32)
}

extension Int64: SQLiteValue, SQLiteColumn {
  func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
    sqlite3_bind_int64(statement, position, self)
  }

  init(_ statement: OpaquePointer, _ index: Int32) {
    self = sqlite3_column_int64(statement, index)
  }
}

extension Int: SQLiteValue, SQLiteColumn {
  func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
    sqlite3_bind_int64(statement, position, Int64(self))
  }

  init(_ statement: OpaquePointer, _ index: Int32) {
    self = Int(sqlite3_column_int64(statement, index))
  }
}

extension Bool: SQLiteValue, SQLiteColumn {
  func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
    sqlite3_bind_int64(statement, position, self ? 1 : 0)
  }

  init(_ statement: OpaquePointer, _ index: Int32) {
    self = sqlite3_column_int64(statement, index) != 0
  }
}

extension String: SQLiteValue, SQLiteColumn {
  func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
    var text = self
    return text.withUTF8 { utf8 in
      // An empty text may have no address, and no address would mean NULL.
      guard let start = utf8.baseAddress else {
        return sqlite3_bind_text(statement, position, "", 0, copiedBySQLite)
      }
      return start.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
        sqlite3_bind_text(statement, position, $0, Int32(utf8.count), copiedBySQLite)
      }
    }
  }

  init(_ statement: OpaquePointer, _ index: Int32) {
    guard let text = sqlite3_column_text(statement, index) else {
      self = ""
      return
    }
    let count = Int(sqlite3_column_bytes(statement, index))
    self = String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
  }
}

extension [UInt8]: SQLiteValue, SQLiteColumn {
  func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
    guard !isEmpty else { return sqlite3_bind_zeroblob(statement, position, 0) }
    return sqlite3_bind_blob(statement, position, self, Int32(count), copiedBySQLite)
  }

  init(_ statement: OpaquePointer, _ index: Int32) {
    let start = sqlite3_column_blob(statement, index)
    let count = Int(sqlite3_column_bytes(statement, index))
    self = Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}

/// SQLITE_TRANSIENT: SQLite takes a copy, because ours lives no longer than the call.
let copiedBySQLite = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
