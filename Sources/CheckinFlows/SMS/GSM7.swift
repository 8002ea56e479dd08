/// The default alphabet of 3GPP TS 23.038 with its extension table.
enum GSM7 {
  /// Septets that a scalar takes: 1, 2 for one of the extension table, `nil` outside the alphabet.
  static func septets(of scalar: Unicode.Scalar) -> Int? {
    guard scalar.value < UInt32(table.count) else { return scalar == "€" ? 2 : nil }
    let width = table[Int(scalar.value)]
    return width == 0 ? nil : Int(width)
  }

  /// Septets of a whole text, or `nil` when any character lies outside the alphabet.
  static func septets(in text: String) -> Int? {
    var sum = 0
    for scalar in text.unicodeScalars {
      guard let width = septets(of: scalar) else { return nil }
      sum += width
    }
    return sum
  }

  static let basic =
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"

  /// Sent as an escape and one more septet. The euro sign belongs here too, beyond the table.
  static let extended = "\u{0C}^{}\\[~]|"

  /// Width by scalar value, 0 for "not in the alphabet": the Greek capitals end below U+0400.
  private static let table: [UInt8] = {
    var widths = [UInt8](repeating: 0, count: 0x400)
    for scalar in basic.unicodeScalars { widths[Int(scalar.value)] = 1 }
    for scalar in extended.unicodeScalars { widths[Int(scalar.value)] = 2 }
    return widths
  }()
}
