import GRDBSQLite

/// A body as it stands in its column: text to SQLite, bytes to us. A `String` would be read letter
/// by letter each time it is compared.
struct BodyText: Hashable, Sendable {
  let utf8: [UInt8]

  /// All bytes at once; an array would hash them one by one.
  func hash(into hasher: inout Hasher) {
    utf8.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

extension BodyText: SQLiteValue, SQLiteColumn {
  func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
    utf8.withUnsafeBytes { bytes in
      sqlite3_bind_text(
        statement, position, bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(bytes.count), copiedBySQLite)
    }
  }

  init(_ statement: OpaquePointer, _ index: Int32) {
    self.init(utf8: [UInt8](statement, index))
  }
}
