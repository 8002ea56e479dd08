/// What makes letters alike: case, dots and accents, and the typographic twins of plain signs.
enum Folding {
  /// Typographic dashes, quotation marks and full-width forms as their plain twins.
  static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x80: scalar
    case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: "-"
    case 0x2018...0x201B, 0x2032, 0xB4: "'"
    case 0x201C...0x201F, 0x2033, 0xAB, 0xBB, 0x2039, 0x203A: "\""
    case 0x2024...0x2026, 0x3002, 0xB7: "."
    case 0xBF, 0x2047, 0x2048, 0x2049, 0x203D, 0x2753, 0x2754, 0x61F, 0x37E: "?"
    case 0xA1, 0x203C, 0x2755, 0x2757: "!"
    case 0x2795: "+"
    case 0x2236, 0xA789: ":"
    default: scalar
    }
  }

  /// Marks that belong to the scalar before them, and signs that nobody sees.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x34F, 0x300...0x36F, 0x61C, 0x180B...0x180E, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFEFF, 0x1F3FB...0x1F3FF,
      0xE0000...0xE01EF:
      true
    default: false
    }
  }

  static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFFFC,
      0xFFFD:
      true
    default: false
    }
  }

  static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xC0...0xD6, 0xD8...0xDE: Unicode.Scalar(UInt8(scalar.value + 32))
    case 0xDF...0xFF: scalar
    default: scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    }
  }

  /// The letter without dots, rings and accents. Takes lower case.
  static func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xE0...0xE6, 0x101, 0x103, 0x105: "a"
    case 0xE7, 0x107, 0x10D: "c"
    case 0xE8...0xEB, 0x113, 0x119, 0x11B: "e"
    case 0xEC...0xEF, 0x12B: "i"
    case 0xF1, 0x144: "n"
    case 0xF2...0xF6, 0xF8, 0x14D, 0x151: "o"
    case 0xF9...0xFC, 0x16B: "u"
    case 0xFD, 0xFF: "y"
    default: scalar
    }
  }

  /// A Swedish letter that came as a base and a mark; nil for any other pair.
  static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch (letter, mark.value) {
    case ("a", 0x30A): "å"
    case ("a", 0x308): "ä"
    case ("o", 0x308): "ö"
    case ("e", 0x301): "é"
    default: nil
    }
  }

  /// The same for a whole word of a word list.
  static func folded(_ word: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in word.unicodeScalars { result.append(base(lowercased(scalar))) }
    return String(result)
  }
}
