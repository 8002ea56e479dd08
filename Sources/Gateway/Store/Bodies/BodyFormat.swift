import GatewayEngine

/// How a value is written into a `body` column, and every way it has ever been written.
///
/// A change that the present decoder cannot read gets a new number and keeps the old decoder.
struct BodyFormat<Value: Codable & Sendable>: Sendable {
  typealias Decoder = @Sendable (BodyText) throws -> Value

  /// What the value is called in an error.
  let name: String
  let current: Int
  let decoders: [Int: Decoder]

  /// Format 1: JSON, keys in any order.
  init(_ name: String) {
    self.name = name
    self.current = 1
    self.decoders = [1: { try BodyDecoder.value(Value.self, from: $0) }]
  }

  func encode(_ value: Value) throws -> BodyText {
    try BodyEncoder.text(value)
  }

  func decode(_ body: BodyText, format: Int) throws -> Value {
    guard let decoder = decoders[format] else {
      throw StoreFailure.other(
        "a \(name) is stored in format \(format), which this version cannot read; "
          + "install the version of gatewayd that wrote it")
    }
    do {
      return try decoder(body)
    } catch {
      // The error itself could quote what it failed to read.
      throw StoreFailure.corrupt("a stored \(name) cannot be read")
    }
  }
}
