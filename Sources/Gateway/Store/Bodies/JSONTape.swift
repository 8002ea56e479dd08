/// A JSON text that was read once, from front to back: every value is a node that knows where its
/// bytes are and which node comes after all that is inside it.
final class JSONTape {
  enum Kind {
    case object, array, number, yes, no, null
    case string(hasEscapes: Bool)
  }

  struct Node {
    let kind: Kind
    /// The bytes of a number, or of a string without its quotes.
    var bytes: Range<Int>
    /// The node that follows this one and everything inside it.
    var after: Int
  }

  let text: [UInt8]
  private(set) var nodes: [Node] = []
  private var position = 0
  private var depth = 0

  /// Our own bodies stay far below; without a limit a damaged one could exhaust the stack.
  private static let deepest = 64

  init(_ text: [UInt8]) throws {
    self.text = text
    nodes.reserveCapacity(128)
    try readValue()
    skipSpaces()
    guard position == text.count else { throw NotJSON() }
  }

  private func readValue() throws {
    skipSpaces()
    guard position < text.count else { throw NotJSON() }
    switch text[position] {
    case UInt8(ascii: "{"): try readMembers(.object, until: UInt8(ascii: "}"))
    case UInt8(ascii: "["): try readMembers(.array, until: UInt8(ascii: "]"))
    case UInt8(ascii: "\""): try readString()
    case UInt8(ascii: "t"): try readWord("true", .yes)
    case UInt8(ascii: "f"): try readWord("false", .no)
    case UInt8(ascii: "n"): try readWord("null", .null)
    default: try readNumber()
    }
  }

  /// An object is its keys and values in turn.
  private func readMembers(_ kind: Kind, until end: UInt8) throws {
    guard depth < Self.deepest else { throw NotJSON() }
    depth += 1
    defer { depth -= 1 }
    let own = nodes.count
    append(kind, position..<position)
    position += 1
    if !take(end) {
      repeat {
        if case .object = kind { try readKey() }
        try readValue()
      } while take(UInt8(ascii: ","))
      guard take(end) else { throw NotJSON() }
    }
    nodes[own].after = nodes.count
  }

  private func readKey() throws {
    skipSpaces()
    guard position < text.count, text[position] == UInt8(ascii: "\"") else { throw NotJSON() }
    try readString()
    guard take(UInt8(ascii: ":")) else { throw NotJSON() }
  }

  private func readString() throws {
    position += 1
    let start = position
    var hasEscapes = false
    while position < text.count, text[position] != UInt8(ascii: "\"") {
      let isEscape = text[position] == UInt8(ascii: "\\")
      hasEscapes = hasEscapes || isEscape
      position += isEscape ? 2 : 1
    }
    guard position < text.count else { throw NotJSON() }
    append(.string(hasEscapes: hasEscapes), start..<position)
    position += 1
  }

  private func readWord(_ word: StaticString, _ kind: Kind) throws {
    let end = position + word.utf8CodeUnitCount
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard end <= text.count, text[position..<end].elementsEqual(expected) else { throw NotJSON() }
    append(kind, position..<end)
    position = end
  }

  private func readNumber() throws {
    let start = position
    while position < text.count, Self.isInNumber(text[position]) { position += 1 }
    guard position > start else { throw NotJSON() }
    append(.number, start..<position)
  }

  private static func isInNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private func append(_ kind: Kind, _ bytes: Range<Int>) {
    nodes.append(Node(kind: kind, bytes: bytes, after: nodes.count + 1))
  }

  private func take(_ byte: UInt8) -> Bool {
    skipSpaces()
    guard position < text.count, text[position] == byte else { return false }
    position += 1
    return true
  }

  private func skipSpaces() {
    while position < text.count, Self.isSpace(text[position]) { position += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09
  }
}

/// A body that is no JSON, or no JSON of the value that is asked for. Says nothing of its contents.
struct NotJSON: Error {}
