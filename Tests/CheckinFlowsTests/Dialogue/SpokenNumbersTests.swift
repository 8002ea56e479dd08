import Testing

@testable import CheckinFlows

@Suite struct SpokenNumbersTests {
  @Test(arguments: [
    (Language.swedish, "noll sju noll, ett sju fyra, noll sex, noll fem"),
    (.english, "zero seven zero, one seven four, zero six, zero five"),
  ])
  func `a telephone number is said digit by digit in groups`(
    language: Language, words: String
  ) throws {
    let number = try #require(PhoneNumber(e164: "+46701740605"))
    #expect(said(SpokenNumbers(language).phone(number)) == words)
  }

  @Test func `a number abroad begins with plus`() throws {
    let number = try #require(PhoneNumber(e164: "+10"))
    #expect(said(SpokenNumbers(.swedish).phone(number)) == "plus, ett noll")
  }

  @Test func `010 is said as people say it`() {
    let area = FragmentCatalogue.all(.swedish).first { $0.key == "area.010" }
    #expect(area?.words == "noll tio")
  }

  @Test(arguments: [
    ("0100000000", ["010", "000", "00", "00"]), ("0800000000", ["08", "000", "000", "00"]),
    ("080000000", ["08", "000", "00", "00"]), ("046000000", ["046", "00", "00", "00"]),
    ("051100000", ["0511", "000", "00"]), ("04600000", ["046", "000", "00"]),
  ])
  func `numbers are grouped as they are printed in Sweden`(national: String, groups: [String]) {
    #expect(PhoneGroups(national: national).groups == groups)
  }

  @Test func `a code is said twice`() {
    #expect(
      said(SpokenNumbers(.swedish).code("4711")) == "fyra sju ett ett. fyra sju ett ett")
  }

  @Test func `a case reference is a letter and digits`() {
    #expect(said(SpokenNumbers(.swedish).reference("L4821")) == "L fyra åtta två ett")
  }

  @Test(arguments: Language.allCases)
  func `no spoken word holds a digit that a speech engine would read`(language: Language) {
    let fragments = FragmentCatalogue.all(language)
    #expect(fragments.allSatisfy { !$0.words.contains(where: \.isNumber) })
    #expect(fragments.allSatisfy { !$0.words.isEmpty })
    #expect(Set(fragments.map(\.key)).count == fragments.count)
  }

  private func said(_ fragments: [Fragment]) -> String {
    fragments.map(\.words).joined(separator: " ")
  }
}
