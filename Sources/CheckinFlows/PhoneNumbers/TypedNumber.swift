/// A number as somebody wrote it, with everything but its digits taken away.
struct TypedNumber {
  private(set) var digits = ""
  private(set) var hasPlus = false
  /// Where in `digits` a zero stands that was written in brackets of its own, as in `+46 (0)70`.
  private(set) var bracketedZero: Int?
  private var bracketStart: Int?

  /// `nil` when there is anything in it that does not belong in a telephone number.
  init?(_ typed: String) {
    guard typed.utf8.count <= Self.longestTypedBytes else { return nil }
    for scalar in Self.withoutScheme(typed).unicodeScalars {
      guard take(scalar) else { return nil }
    }
    guard bracketStart == nil, !digits.isEmpty else { return nil }
  }

  /// Nobody writes a number longer than this; even in full-width digits E.164 takes 48 bytes.
  private static let longestTypedBytes = 120

  private static func withoutScheme(_ typed: String) -> Substring {
    var rest = typed[...]
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    // The key that ends an entry on the keypad.
    if rest.last == "#" { rest.removeLast() }
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    return rest.prefix(4).lowercased() == "tel:" ? rest.dropFirst(4) : rest
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    if let digit = Self.digit(scalar) {
      digits.append(digit)
      return true
    }
    switch scalar {
    case "+", "\u{FF0B}": return takePlus()
    case "(", "\u{FF08}": return openBracket()
    case ")", "\u{FF09}": return closeBracket()
    default: return Self.isSeparator(scalar)
    }
  }

  private mutating func takePlus() -> Bool {
    guard digits.isEmpty, !hasPlus else { return false }
    hasPlus = true
    return true
  }

  private mutating func openBracket() -> Bool {
    guard bracketStart == nil else { return false }
    bracketStart = digits.count
    return true
  }

  private mutating func closeBracket() -> Bool {
    guard let start = bracketStart else { return false }
    if digits.dropFirst(start) == "0" { bracketedZero = start }
    bracketStart = nil
    return true
  }

  /// Digits of every script: a telephone set to another language writes its own.
  private static func digit(_ scalar: Unicode.Scalar) -> Character? {
    if ("0"..."9").contains(scalar) { return Character(scalar) }
    guard scalar.value > 0x7F, scalar.properties.numericType == .decimal,
      let value = scalar.properties.numericValue
    else { return nil }
    return Character(String(Int(value)))
  }

  /// Spaces, dots, dashes, slashes, and the invisible marks that contact lists put around numbers.
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", ".", "/", "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FF0D}": true
    case "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}", "\u{2060}"..."\u{2069}", "\u{FEFF}": true
    default: scalar.properties.isWhitespace
    }
  }
}
