/// Which numbers are what, as far as a telephone company knows.
enum E164 {
  static func isValid(_ text: String) -> Bool {
    guard text.first == "+", (8...16).contains(text.utf8.count) else { return false }
    let digits = text.utf8.dropFirst()
    return digits.first != UInt8(ascii: "0") && digits.allSatisfy { (48...57).contains($0) }
  }

  /// Numbers that no automatic service may ever ring: help lines and everything short.
  static func isEmergencyOrShort(_ text: String) -> Bool {
    var digits = text.filter(\.isNumber)
    if digits.hasPrefix("00") { digits.removeFirst(2) }
    if digits.hasPrefix("46") { digits.removeFirst(2) }
    return !digits.isEmpty && digits.count < 7
  }

  static func isSwedish(_ number: String) -> Bool { number.hasPrefix("+46") }

  static func isSwedishMobile(_ number: String) -> Bool {
    ["+4670", "+4672", "+4673", "+4676", "+4679"].contains { number.hasPrefix($0) }
  }
}

/// Ids that are the same after every start.
enum StableID {
  /// 32 hexadecimal digits that depend on the text alone (FNV-1a, twice).
  static func hex(_ text: String) -> String {
    [text, text + "."].map { part in
      let hash = part.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
        ($0 ^ UInt64($1)) &* 0x100_0000_01B3
      }
      let digits = String(hash, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
