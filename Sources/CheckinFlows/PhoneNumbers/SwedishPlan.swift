/// The Swedish numbering plan: national numbers without the leading zero.
enum SwedishPlan {
  /// The series of mobile telephones, 070 and its sisters.
  static func startsAsMobile(_ national: some StringProtocol) -> Bool {
    mobileSeries.contains(String(national.prefix(2)))
  }

  static func isMobile(_ national: some StringProtocol) -> Bool {
    startsAsMobile(national) && national.count == mobileLength
  }

  /// Fixed telephones with an area code, and 010, the series of organisations.
  static func isGeographic(_ national: some StringProtocol) -> Bool {
    guard let first = national.first, "12345689".contains(first) else { return false }
    return !national.hasPrefix("20") && !isPremium(national)
      && NumberPlan.nationalLengths(of: NumberPlan.sweden).contains(national.count)
  }

  /// Payment services, billed to whoever rings.
  static func isPremium(_ national: some StringProtocol) -> Bool {
    ["900", "939", "944"].contains(String(national.prefix(3)))
  }

  /// The series of mass calls, for votes and competitions.
  static func isMassCall(_ national: some StringProtocol) -> Bool {
    national.hasPrefix("718")
  }

  /// Digits of the area code without its zero: 8 is Stockholm, 31 Göteborg, 521 Vänersborg.
  static func areaCodeLength(of national: some StringProtocol) -> Int {
    if national.hasPrefix("8") { return 1 }
    return twoDigitAreas.contains(String(national.prefix(2))) ? 2 : 3
  }

  static let mobileLength = 9

  private static let mobileSeries: Set<String> = ["70", "72", "73", "76", "79"]

  private static let twoDigitAreas: Set<String> = [
    "10", "11", "13", "16", "18", "19", "20", "21", "23", "26", "31", "33", "35", "36", "40", "42",
    "44", "46", "54", "60", "63", "70", "72", "73", "74", "75", "76", "78", "79", "90",
  ]
}
