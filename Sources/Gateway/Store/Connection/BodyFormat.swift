import Foundation
import GatewayEngine

/// How a value is written into a `body` column, and every way it has ever been written.
///
/// A change that the present decoder cannot read gets a new number and keeps the old decoder.
struct BodyFormat<Value: Codable & Sendable>: Sendable {
  typealias Decoder = @Sendable (Data) throws -> Value

  /// What the value is called in an error.
  let name: String
  let current: Int
  let decoders: [Int: Decoder]

  /// Format 1: JSON, keys sorted.
  init(_ name: String) {
    self.name = name
    self.current = 1
    self.decoders = [1: { try bodyDecoder.decode(Value.self, from: $0) }]
  }

  func encode(_ value: Value) throws -> String {
    String(decoding: try bodyEncoder.encode(value), as: UTF8.self)
  }

  func decode(_ body: String, format: Int) throws -> Value {
    guard let decoder = decoders[format] else {
      throw StoreFailure.other(
        "a \(name) is stored in format \(format), which this version cannot read; "
          + "install the version of gatewayd that wrote it")
    }
    do {
      return try decoder(Data(body.utf8))
    } catch {
      // The error itself could quote what it failed to read.
      throw StoreFailure.corrupt("a stored \(name) cannot be read")
    }
  }
}

// Stored, because making one costs more than using it.
private let bodyDecoder = JSONDecoder()
private let bodyEncoder = {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return encoder
}()
