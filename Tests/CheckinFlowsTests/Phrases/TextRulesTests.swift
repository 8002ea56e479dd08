import CheckinFlows
import Testing

@Suite struct TextRulesTests {
  @Test(arguments: Language.allCases, PhraseKey.allCases)
  func `our own texts keep every rule`(language: Language, key: PhraseKey) {
    let template = Phrasebook.inLanguage(language)[key]
    #expect(TextRules.faults(in: template.source, for: key, language: language).isEmpty)
  }

  @Test(arguments: Language.allCases, PhraseKey.allCases)
  func `our own texts fit one message with the longest values`(language: Language, key: PhraseKey) {
    let template = Phrasebook.inLanguage(language)[key]
    #expect(TextRules.longestUnits(of: template, language: language) <= 160)
  }

  @Test func `every text without a watch says so, and none with one does`() throws {
    for book in [Phrasebook.swedish, .english] {
      let words =
        book.language == .swedish ? ["INTE bevakad"] : ["NOT being watched", "NOT watched"]
      let settings = try TextSamples.settings()
      for text in TextSamples.toPersons(end: TextSamples.tonight) {
        let rendered = book.text(text, now: TextSamples.now, settings: settings)
        let says = words.contains { rendered.contains($0) }
        #expect(says == (text.key.reader == .unwatchedPerson), "\(text.key)")
      }
    }
  }

  @Test func `the confirmation holds end time, number and what silence leads to`() {
    #expect(Phrasebook.swedish[.started].placeholders == [.service, .time, .phone])
    #expect(Phrasebook.swedish[.started].source.contains("Inget svar: vi ringer"))
  }

  @Test func `removing the words that say unwatched is refused`() {
    let edited = "{t} Ingen tid. Ring {tfn}."
    let faults = TextRules.faults(in: edited, for: .statusOff, language: .swedish)
    #expect(faults == [.doesNotSayUnwatched])
    let foreign = "{t} You are NOT being watched. Ring {tfn}."
    #expect(
      TextRules.faults(in: foreign, for: .statusOff, language: .swedish) == [.doesNotSayUnwatched])
  }

  @Test func `telling a watched person the opposite is refused, in any case`() {
    let edited = "{t} Du är inte bevakad till {tid}. Tel {tfn}."
    #expect(TextRules.faults(in: edited, for: .started, language: .swedish) == [.saysUnwatched])
  }

  @Test(arguments: ["http://a", "HTTPS://a", "www.a", "exempel.se/x", "Exempel.SE/x"])
  func `links are refused`(link: String) {
    let isLink = TextRules.faults(in: "Se \(link)").contains { fault in
      if case .link = fault { true } else { false }
    }
    #expect(isLink)
  }

  @Test func `characters outside the alphabet are named, typographic ones are forgiven`() {
    #expect(TextRules.faults(in: "Tack “Ada” – hej…").isEmpty)
    #expect(TextRules.faults(in: "Tack ✅ ł ł") == [.outsideGSM7("✅"), .outsideGSM7("ł")])
  }

  @Test(arguments: [
    "Polisen kommer snart", "Hjälp är på väg", "Help is on the way", "Police will come",
  ])
  func `promises are refused`(promise: String) {
    let isPromise = TextRules.faults(in: promise).contains { fault in
      if case .promise = fault { true } else { false }
    }
    #expect(isPromise)
  }

  @Test(arguments: ["END", "STOP", "CANCEL", "HELP"])
  func `words that carriers keep for themselves are refused in English to persons`(word: String) {
    let edited = "{t} Reply \(word)."
    #expect(
      TextRules.faults(in: edited, for: .languageChanged, language: .english)
        .contains(.reservedWord(word)))
    #expect(
      !TextRules.faults(in: "\(word) {ref} {kl} {kod} {tfn}", for: .pageSOS, language: .english)
        .contains(.reservedWord(word)))
  }

  @Test func `a value that is gone or unknown is named`() {
    let faults = TextRules.faults(in: "{t} {kl} {nytt}", for: .missed, language: .swedish)
    #expect(
      Set(faults) == [
        .missingPlaceholder(.phone), .unknownPlaceholder("kl"), .unknownPlaceholder("nytt"),
      ])
  }

  @Test func `a text that does not fit tells its length`() {
    let edited = "{t} {tfn} " + String(repeating: "a", count: 133)
    #expect(
      TextRules.faults(in: edited, for: .missed, language: .swedish) == [.tooLong(units: 161)])
    #expect(TextRules.faults(in: String(edited.dropLast()), for: .missed, language: .swedish) == [])
  }
}
