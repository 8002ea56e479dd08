import CheckinFlows
import Foundation
import GRDB
import GatewayEngine

/// Columns as our own types. The tables are STRICT and NOT NULL where we ask for a plain value, so
/// that a wrong storage class cannot occur; a text that does not read is told as damage.
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
    [UInt8](self[index] as Data)
  }

  func optionalBytes(_ index: Int) -> [UInt8]? {
    (self[index] as Data?).map { [UInt8]($0) }
  }

  func number(_ index: Int) throws -> PhoneNumber {
    guard let number = PhoneNumber(e164: self[index]) else {
      throw StoreFailure.corrupt("a stored telephone number cannot be read")
    }
    return number
  }

  func optionalNumber(_ index: Int) throws -> PhoneNumber? {
    (self[index] as String?) == nil ? nil : try number(index)
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

extension Optional where Wrapped == [UInt8] {
  var data: Data? { map { Data($0) } }
}
