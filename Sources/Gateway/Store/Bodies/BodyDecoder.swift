/// Decodes a value from a JSON text, whoever wrote it and in whatever order. For our own bodies.
struct BodyDecoder: Decoder {
  let tape: JSONTape
  let node: Int
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  static func value<Value: Decodable>(_ type: Value.Type, from body: BodyText) throws -> Value {
    try Value(from: BodyDecoder(tape: try JSONTape(body.utf8), node: 0))
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object = tape.nodes[node].kind else { throw NotJSON() }
    return KeyedDecodingContainer(KeyedBodyDecoder(tape: tape, node: node))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .array = tape.nodes[node].kind else { throw NotJSON() }
    return UnkeyedBodyDecoder(tape: tape, node: node)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer {
    SingleBodyDecoder(tape: tape, node: node)
  }
}

private final class KeyedBodyDecoder<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let tape: JSONTape
  private let node: Int
  /// Where the next key is looked for first: keys are mostly asked for in the order written.
  private var next: Int
  var codingPath: [any CodingKey] { [] }

  init(tape: JSONTape, node: Int) {
    self.tape = tape
    self.node = node
    next = node + 1
  }

  var allKeys: [Key] {
    var keys: [Key] = []
    var key = node + 1
    while key < tape.nodes[node].after {
      if let name = try? tape.string(key), let known = Key(stringValue: name) { keys.append(known) }
      key = tape.nodes[key + 1].after
    }
    return keys
  }

  func contains(_ key: Key) -> Bool { value(of: key) != nil }

  func decodeNil(forKey key: Key) throws -> Bool { tape.isNull(try decoder(key).node) }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try Value(from: try decoder(key))
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(key).unkeyedContainer()
  }

  func superDecoder() -> any Decoder { BodyDecoder(tape: tape, node: node) }

  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }

  private func decoder(_ key: Key) throws -> BodyDecoder {
    guard let value = value(of: key) else { throw NotJSON() }
    return BodyDecoder(tape: tape, node: value)
  }

  private func value(of key: Key) -> Int? {
    let name = key.stringValue
    let end = tape.nodes[node].after
    return find(name, from: next, to: end) ?? find(name, from: node + 1, to: next)
  }

  /// Leaves `next` at the key that was found, because a key is asked for up to three times.
  private func find(_ name: String, from first: Int, to end: Int) -> Int? {
    var key = first
    while key < end {
      if tape.isKey(key, name) {
        next = key
        return key + 1
      }
      key = tape.nodes[key + 1].after
    }
    return nil
  }
}

private struct SingleBodyDecoder: SingleValueDecodingContainer {
  let tape: JSONTape
  let node: Int
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { tape.isNull(node) }
  func decode(_ type: Bool.Type) throws -> Bool { try tape.bool(node) }
  func decode(_ type: String.Type) throws -> String { try tape.string(node) }
  func decode(_ type: Double.Type) throws -> Double { try tape.real(node) }
  func decode(_ type: Float.Type) throws -> Float { Float(try tape.real(node)) }

  func decode<Value: FixedWidthInteger & Decodable>(_ type: Value.Type) throws -> Value {
    try tape.integer(node)
  }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try Value(from: BodyDecoder(tape: tape, node: node))
  }
}
