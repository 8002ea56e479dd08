extension SMSText {
  /// Outgoing text in the cheapest form that reads the same: composed letters (NFC) for decomposed
  /// ones, and plain quotes, dashes, dots and spaces for typographic ones. Nothing else is
  /// changed: a name keeps its letters even where they cost a part.
  public static func normalised(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for character in text {
      append(character, to: &result)
    }
    return result
  }

  /// The characters that would turn the whole text to UCS-2, each once, in order.
  public static func charactersOutsideGSM7(in text: String) -> [Character] {
    var seen: [Character] = []
    for character in text where GSM7.septets(in: String(character)) == nil {
      if !seen.contains(character) { seen.append(character) }
    }
    return seen
  }

  private static func append(_ character: Character, to result: inout String) {
    if character.isASCII || isSingleScalarInGSM7(character) {
      result.append(character)
    } else if let plain = plainForms[character] {
      result += plain
    } else {
      result.append(composedForms[character] ?? character)
    }
  }

  /// The common case, å ä ö, which spares the look-ups.
  private static func isSingleScalarInGSM7(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    guard let first = scalars.first, scalars.count == 1 else { return false }
    return GSM7.septets(of: first) != nil
  }

  private static let plainForms: [Character: String] = {
    let groups: [(plain: String, typographic: String)] = [
      ("'", "\u{2018}\u{2019}\u{201A}\u{201B}\u{2032}"),
      ("\"", "\u{201C}\u{201D}\u{201E}\u{201F}\u{2033}\u{00AB}\u{00BB}"),
      ("-", "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}"),
      ("...", "\u{2026}"),
      (" ", "\u{00A0}\u{2007}\u{202F}"),
    ]
    var forms: [Character: String] = [:]
    for group in groups {
      for character in group.typographic { forms[character] = group.plain }
    }
    return forms
  }()

  /// Every composed letter of the Latin, Greek and Cyrillic blocks. Characters that are
  /// canonically equivalent are equal in Swift, so a decomposed letter finds its composed twin
  /// here (and the Ångström sign finds the letter Å).
  private static let composedForms: [Character: Character] = {
    let blocks: [ClosedRange<UInt32>] = [0x41...0x5A, 0xC0...0x24F, 0x370...0x4FF, 0x1E00...0x1FFF]
    var forms: [Character: Character] = [:]
    for value in blocks.joined() {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      let character = Character(scalar)
      if forms[character] == nil { forms[character] = character }
    }
    return forms
  }()
}
