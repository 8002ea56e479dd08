import CheckinFlows
import Testing

/// Digits are put together here, so that no number that somebody could have stands in the file.
@Suite struct DiallingRuleTests {
  private static let everywhere = DiallingRule(allowedCountries: [
    "46", "45", "47", "358", "1", "44", "49", "112", "114", "117", "7", "20", "999", "911",
  ])

  private func reason(_ e164: String, _ rule: DiallingRule = DiallingRule()) -> DiallingRefusal? {
    guard let number = PhoneNumber(e164: e164) else { return nil }
    switch rule.verdict(on: number) {
    case .allowed: return nil
    case .refused(let reason): return reason
    }
  }

  @Test(arguments: ParseTests.series)
  func `people's numbers may be dialled`(e164: String) throws {
    let number = try #require(PhoneNumber(e164: e164))
    #expect(DiallingRule().verdict(on: number).dialable?.number == number)
  }

  @Test(
    arguments: ["112", "11414", "11313", "1177", "90000"],
    ["", "46", "460", "4600", "46000", "45", "47", "358", "1", "44", "460046"])
  func `no emergency number is dialled in any disguise, whatever countries are open`(
    short: String, prefix: String
  ) throws {
    let number = try #require(PhoneNumber(e164: "+" + prefix + short))
    for rule in [DiallingRule(), Self.everywhere] {
      #expect(rule.verdict(on: number).dialable == nil, "+\(prefix)\(short)")
    }
  }

  @Test(
    arguments: ["112", "11414", "11313", "1177", "114 14", "113 13", "118118"],
    [
      "", "0", "00", "+", "+46", "0046", "46", "+46 (0)", "(0)", "tel:", "tel:+46", "+46-0",
      "0046 0",
    ])
  func `no emergency number that somebody types becomes a number to dial`(
    short: String, prefix: String
  ) {
    let number = PhoneNumber.parse(prefix + short)
    #expect(number.flatMap { Self.everywhere.verdict(on: $0).dialable } == nil)
  }

  @Test(arguments: ["771141400", "773311313", "771117700"])
  func `the long forms of the authorities' short numbers are refused`(national: String) {
    #expect(reason("+46" + national) == .emergencyNumber)
  }

  @Test func `every number of up to six digits after the country code is refused`() throws {
    for digits in 1...999_999 where digits < 20_000 || digits % 97 == 0 {
      let number = try #require(PhoneNumber(e164: "+46\(digits)"))
      try #require(Self.everywhere.verdict(on: number).dialable == nil, "+46\(digits)")
    }
  }

  @Test func `directory enquiries are refused`() {
    for end in ["000", "100", "118", "999"] { #expect(reason("+46118" + end) == .shortNumber) }
  }

  @Test(arguments: ["900", "939", "944"], ["0000", "00000", "000000"])
  func `payment services are refused`(series: String, end: String) {
    #expect(reason("+46" + series + end) == .premiumNumber)
  }

  @Test func `mass calls are refused, and foreign payment services too`() {
    #expect(reason("+46718" + "000000") == .massCallNumber)
    #expect(reason("+4590" + "000000", Self.everywhere) == .premiumNumber)
    #expect(reason("+1900" + "0000000", Self.everywhere) == .premiumNumber)
  }

  @Test func `our own numbers are refused`() throws {
    let own = try #require(PhoneNumber(e164: "+46701740605"))
    #expect(reason("+46701740605", DiallingRule(ownNumbers: [own])) == .ownNumber)
    #expect(reason("+46701740606", DiallingRule(ownNumbers: [own])) == nil)
  }

  @Test(arguments: ["+45", "+47", "+358", "+1", "+7", "+4", "+470", "+99"])
  func `other countries are refused unless the tenant opens them`(code: String) {
    #expect(reason(code + "20000000") == .countryNotAllowed)
  }

  @Test func `an open country is the whole code, not its first digits`() {
    let rule = DiallingRule(allowedCountries: ["4", "35", "+47"])
    #expect(reason("+4720" + "000000", rule) == nil)
    #expect(reason("+358200" + "00000", rule) == .countryNotAllowed)
    #expect(reason("+46701740605", rule) == .countryNotAllowed)
  }

  @Test(arguments: [
    "+460701740605", "+46070174060", "+4670174060", "+467017406055", "+4670174060555",
    "+46" + "8000000000", "+46" + "31000000000",
  ])
  func `Swedish numbers of a wrong length or with a zero are refused`(e164: String) {
    #expect(reason(e164) == .notANumberOfThatCountry)
  }

  @Test(arguments: [
    "8000000", "800000000", "31000000", "52100000", "11800000",
  ])
  func `fixed telephones may be dialled`(national: String) {
    #expect(reason("+46" + national) == nil)
  }

  @Test func `a dialable number hides its digits when it is interpolated`() throws {
    let number = try #require(PhoneNumber(e164: "+46701740605"))
    let dialable = try #require(DiallingRule().verdict(on: number).dialable)
    #expect("\(dialable)" == "…05" && "\([number])" == "[…05]")
    #expect(!"\(DiallingRule(ownNumbers: [number]).verdict(on: number))".contains("0174"))
    #expect(!"\(DiallingVerdict.allowed(dialable))".contains("0174"))
  }
}
