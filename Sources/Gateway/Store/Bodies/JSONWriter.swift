/// Writes JSON text straight into bytes. Whatever is still open inside a container is closed as soon
/// as the container goes on.
final class JSONWriter {
  private struct Open {
    let closing: UInt8
    var isEmpty = true
  }

  private(set) var bytes: [UInt8] = []
  private var open: [Open] = []

  init() {
    // A watch with some attempts fits.
    bytes.reserveCapacity(1_536)
  }

  /// The text, with everything closed.
  func finished() -> [UInt8] {
    close(to: 0)
    return bytes
  }

  /// Returns the depth by which the container is named from now on.
  func beginObject() -> Int {
    begin(UInt8(ascii: "{"), closing: UInt8(ascii: "}"))
  }

  func beginArray() -> Int {
    begin(UInt8(ascii: "["), closing: UInt8(ascii: "]"))
  }

  /// Goes on in the object of this depth, with the value of this key to come.
  func key(_ key: String, in depth: Int) {
    element(in: depth)
    string(key)
    bytes.append(UInt8(ascii: ":"))
  }

  /// Goes on in the container of this depth, with a value to come.
  func element(in depth: Int) {
    close(to: depth)
    guard let last = open.indices.last else { return }
    if !open[last].isEmpty { bytes.append(UInt8(ascii: ",")) }
    open[last].isEmpty = false
  }

  func null() {
    bytes.append(contentsOf: "null".utf8)
  }

  func bool(_ value: Bool) {
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  func integer<Value: FixedWidthInteger>(_ value: Value) {
    guard value < 0 || value > 9 else { return bytes.append(UInt8(ascii: "0") + UInt8(value)) }
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let first = bytes.count
    var rest = value.magnitude
    while rest > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    bytes[first...].reverse()
  }

  /// Shortest digits that read back as the same number; infinities have no JSON.
  func real(_ value: Double) {
    bytes.append(contentsOf: "\(value)".utf8)
  }

  func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.contains(where: Self.mustBeEscaped) {
      for byte in text.utf8 { escaped(byte) }
    } else {
      bytes.append(contentsOf: text.utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func mustBeEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private func escaped(_ byte: UInt8) {
    guard Self.mustBeEscaped(byte) else { return bytes.append(byte) }
    guard byte < 0x20 else { return bytes.append(contentsOf: [UInt8(ascii: "\\"), byte]) }
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(contentsOf: "\\u00".utf8)
    bytes.append(contentsOf: [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
  }

  private func begin(_ opening: UInt8, closing: UInt8) -> Int {
    bytes.append(opening)
    open.append(Open(closing: closing))
    return open.count
  }

  private func close(to depth: Int) {
    while open.count > depth { bytes.append(open.removeLast().closing) }
  }
}
