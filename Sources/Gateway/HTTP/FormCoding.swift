/// Reads and writes forms and query strings.
package enum FormCoding {
  /// Why bytes are no form. Holds nothing of the bytes.
  package enum Failure: Error, Sendable, Hashable {
    case tooLarge, tooManyFields, brokenEscape, brokenText
  }

  /// What to do with bytes that are not UTF-8.
  package enum BrokenText: Sendable {
    /// A person's words arrive with U+FFFD in place of what cannot be read, rather than not at all.
    case replaced
    case rejected
  }

  /// The bounds of a form that is read.
  package struct Limits: Sendable {
    package var bytes: Int
    package var fields: Int

    package init(bytes: Int = 64 * 1024, fields: Int = 100) {
      self.bytes = bytes
      self.fields = fields
    }
  }

  // MARK: Writing

  package static func encode(_ fields: FormFields) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, field) in fields.pairs.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: "&")) }
      append(field.name, to: &bytes)
      bytes.append(UInt8(ascii: "="))
      append(field.value, to: &bytes)
    }
    return bytes
  }

  /// As part of an address: `a=1&b=2`.
  package static func query(_ fields: FormFields) -> String {
    String(decoding: encode(fields), as: UTF8.self)
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else if byte == UInt8(ascii: " ") {
        bytes.append(UInt8(ascii: "+"))
      } else {
        bytes += [UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
      }
    }
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  /// The bytes that forms leave as they are.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "*"):
      true
    default: false
    }
  }

  // MARK: Reading

  /// Strict: a percent sign without two hexadecimal digits is an error, not text.
  /// A field without `=` has an empty value; empty pieces (`a=1&&b=2`) are skipped.
  package static func decode(
    _ bytes: some Collection<UInt8>, brokenText: BrokenText = .replaced, limits: Limits = Limits()
  ) throws(Failure) -> FormFields {
    guard bytes.count <= limits.bytes else { throw .tooLarge }
    var fields = FormFields()
    for piece in bytes.split(separator: UInt8(ascii: "&")) {
      guard fields.pairs.count < limits.fields else { throw .tooManyFields }
      let parts = piece.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let name = try text(parts[0], brokenText)
      let value = parts.count == 2 ? try text(parts[1], brokenText) : ""
      fields.append(name, value)
    }
    return fields
  }

  /// The query of a request target, `/path?a=1&b=2`; no fields without one.
  package static func decodeQuery(ofTarget target: String) throws(Failure) -> FormFields {
    guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return FormFields() }
    return try decode(target.utf8[mark...].dropFirst())
  }

  private static func text(
    _ piece: some Sequence<UInt8>, _ brokenText: BrokenText
  ) throws(Failure) -> String {
    let bytes = try unescape(piece)
    switch brokenText {
    case .replaced:
      return String(decoding: bytes, as: UTF8.self)
    case .rejected:
      guard let text = String(validating: bytes, as: UTF8.self) else { throw .brokenText }
      return text
    }
  }

  /// `+` is a space before percent escapes are read, so that `%2B` stays a plus.
  private static func unescape(_ piece: some Sequence<UInt8>) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var iterator = piece.makeIterator()
    while let byte = iterator.next() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = hexValue(iterator.next()), let low = hexValue(iterator.next()) else {
          throw .brokenEscape
        }
        bytes.append(high << 4 | low)
      default: bytes.append(byte)
      }
    }
    return bytes
  }

  private static func hexValue(_ byte: UInt8?) -> UInt8? {
    switch byte {
    case .some(UInt8(ascii: "0")...UInt8(ascii: "9")): byte.map { $0 - UInt8(ascii: "0") }
    case .some(UInt8(ascii: "A")...UInt8(ascii: "F")): byte.map { $0 - UInt8(ascii: "A") + 10 }
    case .some(UInt8(ascii: "a")...UInt8(ascii: "f")): byte.map { $0 - UInt8(ascii: "a") + 10 }
    default: nil
    }
  }
}
