extension PhoneNumber {
  /// Reads what people, keypads and files write: `070-174 06 05`, `+46 (0)70 174 06 05`,
  /// `0046701740605`, `46701740605`, `tel:` links, and a mobile number that a spreadsheet has
  /// robbed of its leading zero.
  ///
  /// - Parameter defaultCountry: the country code, digits only, of a number that begins with `0`.
  /// - Returns: `nil` for anything that is not the whole of one ordinary number. Short numbers are
  ///   never read, whatever stands before them.
  public static func parse(_ typed: String, defaultCountry: String = "46") -> PhoneNumber? {
    guard let written = TypedNumber(typed) else { return nil }
    if written.hasPlus {
      return international(written.digits, bracketedZero: written.bracketedZero)
    }
    if written.digits.hasPrefix("00") {
      let zero = written.bracketedZero.map { $0 - 2 }
      return international(String(written.digits.dropFirst(2)), bracketedZero: zero)
    }
    if written.digits.hasPrefix("0") {
      guard (written.bracketedZero ?? 0) == 0 else { return nil }
      return international(defaultCountry + written.digits.dropFirst(), bracketedZero: nil)
    }
    return bare(written, defaultCountry: defaultCountry)
  }

  /// Digits with the country code in front.
  private static func international(_ digits: String, bracketedZero: Int?) -> PhoneNumber? {
    var digits = digits
    if let position = bracketedZero {
      guard isEndOfCountryCode(position, in: digits) else { return nil }
      digits.remove(at: digits.index(digits.startIndex, offsetBy: position))
    }
    guard let number = PhoneNumber(e164: "+" + digits), number.isOrdinary else { return nil }
    return number
  }

  private static func isEndOfCountryCode(_ position: Int, in digits: String) -> Bool {
    guard let number = PhoneNumber(e164: "+" + digits.prefix(15)) else { return false }
    return NumberPlan.split(number).country.count == position
  }

  /// Neither `+` nor a zero in front: only forms that can be read in one way are taken.
  private static func bare(_ written: TypedNumber, defaultCountry: String) -> PhoneNumber? {
    let digits = written.digits
    if digits.hasPrefix(defaultCountry), digits.count >= defaultCountry.count + 8 {
      return international(digits, bracketedZero: written.bracketedZero)
    }
    guard defaultCountry == NumberPlan.sweden, SwedishPlan.isMobile(digits),
      written.bracketedZero == nil
    else { return nil }
    return international(defaultCountry + digits, bracketedZero: nil)
  }

  /// As long as its country's numbers are, and without a trunk zero after the country code.
  /// (Italian fixed numbers keep theirs.)
  var isOrdinary: Bool {
    let (country, national) = NumberPlan.split(self)
    guard NumberPlan.nationalLengths(of: country).contains(national.count) else { return false }
    guard country == NumberPlan.sweden else { return national.first != "0" || country == "39" }
    return national.first != "0"
      && (!SwedishPlan.startsAsMobile(national) || SwedishPlan.isMobile(national))
  }
}
