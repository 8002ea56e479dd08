/// The groups in which a number is said and printed: `010 435 40 20`.
struct PhoneGroups {
  let isAbroad: Bool
  let groups: [String]

  init(_ number: PhoneNumber) {
    let digits = number.e164.dropFirst()
    if digits.hasPrefix("46") {
      self.init(national: "0" + digits.dropFirst(2))
    } else {
      self.init(abroad: digits)
    }
  }

  private init(abroad digits: Substring) {
    isAbroad = true
    groups = Self.split(digits)
  }

  /// As dialled within Sweden, with its first zero.
  init(national: String) {
    isAbroad = false
    let areaLength = Self.areaLength(national)
    groups = [String(national.prefix(areaLength))] + Self.split(national.dropFirst(areaLength))
  }

  /// Stockholm has two digits, the large areas and all mobiles three, the rest four.
  private static func areaLength(_ national: String) -> Int {
    if national.hasPrefix("08") { return 2 }
    let three = [
      "010", "011", "013", "016", "018", "019", "021", "023", "026", "031", "033", "035", "036",
      "040", "042", "044", "046", "054", "060", "063", "070", "072", "073", "076", "077", "079",
      "090",
    ]
    return three.contains(String(national.prefix(3))) ? 3 : 4
  }

  /// Pairs; the first group has three digits where the count is odd, or very large.
  private static func split(_ digits: some StringProtocol) -> [String] {
    guard digits.count > 3 else { return digits.isEmpty ? [] : [String(digits)] }
    let first = digits.count == 4 || digits.count == 6 ? 2 : 3
    return [String(digits.prefix(first))] + split(digits.dropFirst(first))
  }
}
