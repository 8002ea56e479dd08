/// What little of the world's numbering plans the service has to know.
enum NumberPlan {
  static let sweden = "46"

  /// The country code and the national part of a number: `46` and `701740605`.
  ///
  /// No country code is the beginning of another, so the first that fits is the right one.
  static func split(_ number: PhoneNumber) -> (country: String, national: String) {
    let digits = number.e164.dropFirst()
    let length = countryCodeLength(of: digits)
    return (String(digits.prefix(length)), String(digits.dropFirst(length)))
  }

  /// Digits after the country code, in numbers of ordinary fixed and mobile telephones.
  static func nationalLengths(of country: String) -> ClosedRange<Int> {
    lengths[country] ?? unknownCountryLengths
  }

  /// In no country that the service knows has an ordinary number fewer digits than this.
  static let shortestOrdinaryNumber = 6

  private static func countryCodeLength(of digits: Substring) -> Int {
    if digits.hasPrefix("1") || digits.hasPrefix("7") { return 1 }
    return twoDigitCodes.contains(String(digits.prefix(2))) ? 2 : 3
  }

  private static let twoDigitCodes: Set<String> = [
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47",
    "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65",
    "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
  ]

  private static let unknownCountryLengths = 7...12

  private static let lengths: [String: ClosedRange<Int>] = [
    // The Nordic countries
    "46": 7...9, "45": 8...8, "47": 8...8, "358": 6...10, "354": 7...9, "298": 6...6,
    // The European Union beside them
    "49": 7...12, "33": 9...9, "31": 9...9, "32": 8...9, "352": 6...9, "353": 7...9, "351": 9...9,
    "34": 9...9, "39": 6...11, "43": 7...13, "48": 9...9, "420": 9...9, "421": 9...9, "36": 8...9,
    "386": 8...8, "385": 8...9, "40": 9...9, "359": 7...9, "30": 10...10, "357": 8...8,
    "356": 8...8, "370": 8...8, "371": 8...8, "372": 7...8,
    // Neighbours where people of a Swedish authority live or travel
    "44": 9...10, "41": 9...9, "1": 10...10,
  ]
}
