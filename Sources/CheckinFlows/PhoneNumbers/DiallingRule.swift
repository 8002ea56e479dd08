/// The one function that decides what may be dialled or texted.
///
/// Every port that dials or texts takes a `DialableNumber`, and only this rule can make one.
/// It refuses when in doubt: a refused number is seen at registration, in daylight.
public struct DiallingRule: Sendable {
  /// Country codes, digits only.
  public let allowedCountries: [String]
  /// The service's own numbers: a call to one of them would ring in a circle.
  public let ownNumbers: Set<PhoneNumber>

  /// - Parameter allowedCountries: with or without a `+` in front.
  public init(allowedCountries: [String] = ["46"], ownNumbers: Set<PhoneNumber> = []) {
    self.allowedCountries = allowedCountries.map { $0.hasPrefix("+") ? String($0.dropFirst()) : $0 }
    self.ownNumbers = ownNumbers
  }

  public func verdict(on number: PhoneNumber) -> DiallingVerdict {
    let (country, national) = NumberPlan.split(number)
    if EmergencyNumbers.contains(number) { return .refused(.emergencyNumber) }
    if national.count < NumberPlan.shortestOrdinaryNumber { return .refused(.shortNumber) }
    if ownNumbers.contains(number) { return .refused(.ownNumber) }
    guard allowedCountries.contains(country) else { return .refused(.countryNotAllowed) }
    if country == NumberPlan.sweden, let reason = refusalInSweden(national) {
      return .refused(reason)
    }
    if PremiumSeries.contains(national, country: country) { return .refused(.premiumNumber) }
    guard number.isOrdinary else { return .refused(.notANumberOfThatCountry) }
    return .allowed(DialableNumber(checked: number))
  }

  private func refusalInSweden(_ national: String) -> DiallingRefusal? {
    if SwedishPlan.isMassCall(national) { return .massCallNumber }
    // Directory enquiries, 118 and three digits. Seven digits and more that begin so are fixed
    // telephones of Norrköping, area code 011.
    if national.hasPrefix("118"), national.count < 7 { return .shortNumber }
    return nil
  }
}

/// What `DiallingRule` says of a number.
public enum DiallingVerdict: Hashable, Sendable {
  case allowed(DialableNumber)
  case refused(DiallingRefusal)

  /// The number to dial, or `nil` when it is refused.
  public var dialable: DialableNumber? {
    switch self {
    case .allowed(let number): number
    case .refused: nil
    }
  }
}

/// Why a number is neither dialled nor texted.
public enum DiallingRefusal: String, Codable, Hashable, Sendable {
  /// 112 and its kin, in any disguise. A human dials those, from a telephone of their own.
  case emergencyNumber
  case shortNumber
  case premiumNumber
  case massCallNumber
  case ownNumber
  case countryNotAllowed
  /// Too short, too long, or with a zero after the country code.
  case notANumberOfThatCountry
}

/// A number that has passed `DiallingRule`. There is no other way to make one, and it cannot be
/// decoded: what a store gives back is judged anew.
public struct DialableNumber: Hashable, Sendable, CustomStringConvertible {
  public let number: PhoneNumber

  fileprivate init(checked number: PhoneNumber) {
    self.number = number
  }

  public var e164: String { number.e164 }

  /// Redacted, as the number itself.
  public var description: String { number.description }
}
