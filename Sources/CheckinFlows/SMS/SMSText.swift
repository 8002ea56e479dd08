/// What a text costs on the air, and how to keep it cheap.
public enum SMSText {
  /// The alphabet that a whole message travels in: one character outside GSM-7 turns all of it
  /// to UCS-2.
  public enum Encoding: String, Codable, Sendable {
    case gsm7
    case ucs2

    /// Units in a message that travels alone.
    public var unitsInSinglePart: Int {
      switch self {
      case .gsm7: 160
      case .ucs2: 70
      }
    }

    /// Units in each part of a longer message; the rest of a part is its header.
    public var unitsInEachPart: Int {
      switch self {
      case .gsm7: 153
      case .ucs2: 67
      }
    }
  }

  /// The size of one message.
  public struct Count: Hashable, Sendable {
    public let encoding: Encoding
    /// Septets in GSM-7 (an extension character takes two), UTF-16 code units in UCS-2.
    public let units: Int
    /// What the provider sends and charges for; 0 for an empty text.
    public let parts: Int
  }

  /// Counts a text just as it stands. Outgoing text goes through `normalised(_:)` first.
  public static func count(_ text: String) -> Count {
    guard let septets = GSM7.septets(in: text) else { return countUCS2(text) }
    let parts = countParts(
      of: text, encoding: .gsm7, units: septets, width: { GSM7.septets(of: $0) ?? 0 })
    return Count(encoding: .gsm7, units: septets, parts: parts)
  }

  private static func countUCS2(_ text: String) -> Count {
    let units = text.utf16.count
    let parts = countParts(
      of: text, encoding: .ucs2, units: units, width: { UTF16.width($0) })
    return Count(encoding: .ucs2, units: units, parts: parts)
  }

  /// Fills part after part. Neither an escape pair nor a surrogate pair is split over two parts,
  /// so a part may end one unit early.
  private static func countParts(
    of text: String, encoding: Encoding, units: Int, width: (Unicode.Scalar) -> Int
  ) -> Int {
    guard units > encoding.unitsInSinglePart else { return units == 0 ? 0 : 1 }
    var parts = 1
    var used = 0
    for scalar in text.unicodeScalars {
      let needed = width(scalar)
      if used + needed > encoding.unitsInEachPart {
        parts += 1
        used = 0
      }
      used += needed
    }
    return parts
  }
}
