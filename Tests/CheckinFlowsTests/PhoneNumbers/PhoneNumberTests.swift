import CheckinFlows
import Foundation
import Testing

@Suite struct PhoneNumberTests {
  @Test(arguments: [
    "46701740605", "+", "+4", "+0701740605", "+46 701740605", "+4670174060５", "+4670174060500000",
    "", "++46701740605",
  ])
  func `only E.164 is a number`(text: String) {
    #expect(PhoneNumber(e164: text) == nil)
  }

  @Test(arguments: [
    ("701740605", "070-174 06 05"), ("701740699", "070-174 06 99"),
    ("800000000", "08-000 000 00"), ("80000000", "08-000 00 00"),
    ("8000000", "08-00 00 00"), ("100000000", "010-000 00 00"),
    ("31000000", "031-00 00 00"), ("52100000", "0521-000 00"),
    ("521000000", "0521-00 00 00"), ("771000000", "0771-00 00 00"),
    ("20000000", "020-00 00 00"),
  ])
  func `Swedish numbers are shown as people write them`(digits: String, shown: String) throws {
    #expect(try #require(PhoneNumber(e164: "+46" + digits)).national == shown)
  }

  @Test(arguments: ["+4720000000", "+46112", "+460701740605"])
  func `other numbers are shown as they are`(e164: String) throws {
    #expect(try #require(PhoneNumber(e164: e164)).national == e164)
  }

  @Test(arguments: [
    ("701740605", PhoneNumber.Kind.mobile), ("720000000", .mobile),
    ("730000000", .mobile), ("760000000", .mobile), ("790000000", .mobile),
    ("31000000", .landline), ("100000000", .landline),
    ("90100000", .landline),
    ("20000000", .other), ("771000000", .other), ("740000000", .other),
    ("750000000", .other), ("900000000", .other), ("112", .other),
    ("70174060", .other),
  ])
  func `the kind tells whether a text can reach it`(
    digits: String, kind: PhoneNumber.Kind
  ) throws {
    #expect(try #require(PhoneNumber(e164: "+46" + digits)).kind == kind)
  }

  @Test func `the kind of a foreign number is not known`() throws {
    #expect(try #require(PhoneNumber(e164: "+4720000000")).kind == .foreign)
  }

  @Test func `a number is stored as one string, and a bad one is not read back`() throws {
    let number = try #require(PhoneNumber(e164: "+46701740605"))
    let stored = try JSONEncoder().encode([number])
    #expect(String(decoding: stored, as: UTF8.self) == "[\"+46701740605\"]")
    #expect(try JSONDecoder().decode([PhoneNumber].self, from: stored) == [number])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([PhoneNumber].self, from: Data("[\"112\"]".utf8))
    }
  }
}
