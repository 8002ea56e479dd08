/// Encodes a value into a `JSONWriter`, keys in the order in which the value names them. For our own
/// bodies, which are written and read with every event; the text is plain JSON.
struct BodyEncoder: Encoder {
  let writer: JSONWriter
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  static func text<Value: Encodable>(_ value: Value) throws -> BodyText {
    let writer = JSONWriter()
    try value.encode(to: BodyEncoder(writer: writer))
    return BodyText(utf8: writer.finished())
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(KeyedBodyEncoder(writer: writer, depth: writer.beginObject()))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    UnkeyedBodyEncoder(writer: writer, depth: writer.beginArray())
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    SingleBodyEncoder(writer: writer)
  }
}

private struct KeyedBodyEncoder<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let writer: JSONWriter
  let depth: Int
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) {
    writer.key(key.stringValue, in: depth)
    writer.null()
  }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try value.encode(to: child(key))
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    child(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    child(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { BodyEncoder(writer: writer) }

  func superEncoder(forKey key: Key) -> any Encoder { child(key) }

  private func child(_ key: Key) -> BodyEncoder {
    writer.key(key.stringValue, in: depth)
    return BodyEncoder(writer: writer)
  }
}

private struct UnkeyedBodyEncoder: UnkeyedEncodingContainer {
  let writer: JSONWriter
  let depth: Int
  private(set) var count = 0
  var codingPath: [any CodingKey] { [] }

  init(writer: JSONWriter, depth: Int) {
    self.writer = writer
    self.depth = depth
  }

  mutating func encodeNil() {
    _ = child()
    writer.null()
  }

  mutating func encode<Value: Encodable>(_ value: Value) throws {
    try value.encode(to: child())
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    child().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    child().unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { child() }

  private mutating func child() -> BodyEncoder {
    writer.element(in: depth)
    count += 1
    return BodyEncoder(writer: writer)
  }
}

private struct SingleBodyEncoder: SingleValueEncodingContainer {
  let writer: JSONWriter
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { writer.null() }
  func encode(_ value: Bool) { writer.bool(value) }
  func encode(_ value: String) { writer.string(value) }
  func encode(_ value: Double) throws { try real(value) }
  func encode(_ value: Float) throws { try real(Double(value)) }
  func encode<Value: FixedWidthInteger & Encodable>(_ value: Value) { writer.integer(value) }

  func encode<Value: Encodable>(_ value: Value) throws {
    try value.encode(to: BodyEncoder(writer: writer))
  }

  private func real(_ value: Double) throws {
    guard value.isFinite else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: [], debugDescription: "JSON has no such number"))
    }
    writer.real(value)
  }
}
