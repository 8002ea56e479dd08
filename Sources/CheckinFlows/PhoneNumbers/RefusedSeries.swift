/// Numbers that only a human may dial.
enum EmergencyNumbers {
  /// True for an emergency or authority number, also behind a country code, zeros, or both.
  static func contains(_ number: PhoneNumber) -> Bool {
    let (country, national) = NumberPlan.split(number)
    let withoutZeros = String(national.drop { $0 == "0" })
    if short.contains(withoutZeros) { return true }
    if short.contains(String(number.e164.dropFirst())) { return true }
    return country == NumberPlan.sweden && longForms.contains(withoutZeros)
  }

  /// Sweden's, and those that a telephone network anywhere may take for an emergency call.
  private static let short: Set<String> = [
    "112", "11414", "11313", "1177", "90000", "110", "113", "115", "116117", "117", "118", "119",
    "911", "999",
  ]

  /// The numbers by which 114 14, 113 13 and 1177 are reached from abroad, without `+46`.
  private static let longForms: Set<String> = ["771141400", "773311313", "771117700"]
}

/// Series that cost whoever rings them.
enum PremiumSeries {
  static func contains(_ national: String, country: String) -> Bool {
    if country == NumberPlan.sweden { return SwedishPlan.isPremium(national) }
    return (prefixes[country] ?? []).contains { national.hasPrefix($0) }
  }

  /// For tenants that open further countries.
  private static let prefixes: [String: [String]] = [
    "45": ["90"], "47": ["82"], "358": ["600", "700"], "354": ["90"], "44": ["9"],
    "1": ["900", "976"],
  ]
}
