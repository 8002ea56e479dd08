import CheckinFlows
import GRDBSQLite
import GatewayEngine

/// The row that a statement stands on. Valid until the next step: never kept.
///
/// The tables are STRICT and NOT NULL where a plain value is asked for, so that a wrong storage
/// class cannot occur; a text that does not read is told as damage.
struct Row {
  let statement: OpaquePointer

  subscript<Value: SQLiteColumn>(_ index: Int) -> Value {
    Value(statement, Int32(index))
  }

  subscript<Value: SQLiteColumn>(_ index: Int) -> Value? {
    isNull(index) ? nil : Value(statement, Int32(index))
  }

  private func isNull(_ index: Int) -> Bool {
    sqlite3_column_type(statement, Int32(index)) == SQLITE_NULL
  }
}

/// Columns as our own types.
extension Row {
  func instant(_ index: Int) -> Instant {
    Instant(milliseconds: self[index])
  }

  func optionalInstant(_ index: Int) -> Instant? {
    (self[index] as Int64?).map(Instant.init(milliseconds:))
  }

  func identifier<ID: Identifier>(_ index: Int) -> ID {
    ID(rawValue: self[index])
  }

  func optionalIdentifier<ID: Identifier>(_ index: Int) -> ID? {
    (self[index] as Int64?).map(ID.init(rawValue:))
  }

  func bytes(_ index: Int) -> [UInt8] {
    self[index]
  }

  func optionalBytes(_ index: Int) -> [UInt8]? {
    self[index]
  }

  func number(_ index: Int) throws -> PhoneNumber {
    guard let number = PhoneNumber(e164: self[index]) else {
      throw StoreFailure.corrupt("a stored telephone number cannot be read")
    }
    return number
  }

  func optionalNumber(_ index: Int) throws -> PhoneNumber? {
    isNull(index) ? nil : try number(index)
  }

  func value<Named: RawRepresentable>(_ index: Int) throws -> Named where Named.RawValue == String {
    guard let value = Named(rawValue: self[index]) else {
      throw StoreFailure.other(
        "a stored \(Named.self) is unknown to this version; "
          + "install the version of gatewayd that wrote it")
    }
    return value
  }
}
