/// The elements of an array, one after the other.
struct UnkeyedBodyDecoder: UnkeyedDecodingContainer {
  private let tape: JSONTape
  private let node: Int
  private var next: Int
  private(set) var currentIndex = 0
  var codingPath: [any CodingKey] { [] }

  init(tape: JSONTape, node: Int) {
    self.tape = tape
    self.node = node
    next = node + 1
  }

  /// Not counted beforehand: nobody needs it but to reserve room.
  var count: Int? { nil }
  var isAtEnd: Bool { next >= tape.nodes[node].after }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd else { throw NotJSON() }
    guard tape.isNull(next) else { return false }
    _ = try advance()
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try Value(from: try advance())
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try advance().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try advance().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try advance() }

  private mutating func advance() throws -> BodyDecoder {
    guard !isAtEnd else { throw NotJSON() }
    defer {
      next = tape.nodes[next].after
      currentIndex += 1
    }
    return BodyDecoder(tape: tape, node: next)
  }
}
