import CheckinFlows
import Foundation
import Testing

@Suite struct ParseTests {
  /// The numbers set aside for fiction.
  static let series = (605...699).map { "+46701740\($0)" }

  @Test func `numbers are read as the oracle reads them`() throws {
    let rows = try TabbedVectors.rows("phone-numbers")
    #expect(rows.count > 100)
    for row in rows {
      let typed = try JSONDecoder().decode(String.self, from: Data(row[0].utf8))
      let expected = row[2] == "-" ? nil : row[2]
      #expect(PhoneNumber.parse(typed)?.e164 == expected, "\(row[0])")
    }
  }

  @Test(arguments: [
    "0701740605#", " 0701740605# ", "46701740605#", "0046701740605#", "070-174 06 05\n",
    "\t070-174 06 05", "070 174 06 05.", "(070)1740605", "\u{2066}+46 70 174 06 05\u{2069}",
    "tel: 070-174 06 05", "（０７０）１７４０６０５", "+46\u{2060}701740605",
  ])
  func `keypads, contact lists and files are understood`(typed: String) {
    #expect(PhoneNumber.parse(typed)?.e164 == "+46701740605")
  }

  @Test(arguments: [
    "*0701740605", "0701740605##", "+46 (070) 174 06 05", "+46 70 (0) 174 06 05", "070 (0) 1740605",
    "((070) 1740605", "070) 1740605", "+46(0)0701740605", "46701740", "1740605", "sms:0701740605",
    "0701740605;phone-context=+46", "+4", "+46", "00", "0", "000", "+46 (0)", "070½1740605",
    "0701740605²", "+46701740605+", "٫0701740605", "\u{0}0701740605",
  ])
  func `rubbish is refused`(typed: String) {
    #expect(PhoneNumber.parse(typed) == nil)
  }

  @Test func `an endless line is refused`() {
    #expect(PhoneNumber.parse("0701740605" + String(repeating: " ", count: 200)) == nil)
  }

  @Test(arguments: series)
  func `the national form is read back as the same number`(e164: String) throws {
    let number = try #require(PhoneNumber(e164: e164))
    #expect(PhoneNumber.parse(number.national) == number)
    #expect(PhoneNumber.parse(number.e164) == number)
  }

  @Test func `another default country reads its own zero`() {
    #expect(PhoneNumber.parse("0000000", defaultCountry: "49") == nil)
    #expect(PhoneNumber.parse("030 000000", defaultCountry: "49")?.e164 == "+4930000000")
    #expect(PhoneNumber.parse("701740605", defaultCountry: "49") == nil)
  }

  @Test func `a foreign number needs its country code and its country's length`() {
    #expect(PhoneNumber.parse("+47 00 00 00 00") == nil)
    #expect(PhoneNumber.parse("+47 90 00 00 00")?.e164 == "+4790000000")
    #expect(PhoneNumber.parse("+47 90 00 00") == nil)
    #expect(PhoneNumber.parse("47 90 00 00 00") == nil)
  }

  @Test func `whatever is typed, what is read is an ordinary number`() throws {
    let alphabet = Array("0123456789+() -.#*/a\u{A0}０")
    var random = Lehmer(seed: 46)
    for _ in 0..<20_000 {
      let length = Int(random.next() % 18)
      let typed = String((0..<length).map { _ in alphabet[Int(random.next()) % alphabet.count] })
      guard let number = PhoneNumber.parse(typed) else { continue }
      try #require(PhoneNumber(e164: number.e164) == number)
      try #require(PhoneNumber.parse(number.e164) == number)
      try #require(number.e164.count >= 8)
    }
  }
}

/// A small repeatable source of numbers.
struct Lehmer {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state * 48_271 % 2_147_483_647
    return state
  }
}
