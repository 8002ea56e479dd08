import CheckinFlows
import Testing

@Suite struct PhrasebookTests {
  @Test func `every text reads as written down, in both languages`() throws {
    let rows = try TabbedVectors.rows("texts")
    for language in Language.allCases {
      let book = Phrasebook.inLanguage(language)
      let today = try TextSamples.rendered(book, end: TextSamples.tonight)
      let tomorrow = try TextSamples.rendered(book, end: TextSamples.tomorrow)
      for row in rows {
        let name = row[0].split(separator: "@").map(String.init)
        let texts = name.count == 1 ? today : tomorrow
        #expect(texts[name[0]] == row[language == .swedish ? 1 : 2], "\(row[0])")
      }
    }
  }

  @Test func `the written-down texts cover every sentence`() throws {
    let written = Set(try TabbedVectors.rows("texts").map { $0[0] })
    for key in PhraseKey.allCases where key != .unknownFault {
      #expect(written.contains(key.rawValue))
    }
    let rendered = try TextSamples.rendered(.swedish, end: TextSamples.tonight)
    #expect(rendered.count == PhraseKey.allCases.count - 1)
  }

  @Test func `no finished text has a brace left in it`() throws {
    for book in [Phrasebook.swedish, .english] {
      for (key, text) in try TextSamples.rendered(book, end: TextSamples.tomorrow) {
        #expect(!text.contains("{") && !text.contains("}"), "\(key)")
        #expect(!text.contains("  "), "\(key)")
      }
    }
  }

  @Test(arguments: [CaseKind.silentSOS, .duress])
  func `the page for a silent case says that nobody may ring`(kind: CaseKind) throws {
    let text = OperatorText.page(TextSamples.page(kind))
    let swedish = Phrasebook.swedish.text(
      text, now: TextSamples.now, settings: try TextSamples.settings())
    let english = Phrasebook.english.text(
      text, now: TextSamples.now, settings: try TextSamples.settings())
    #expect(swedish.contains("RING INTE") && english.contains("Do NOT call"))
  }

  @Test func `a silent alarm and a duress code give the same page`() throws {
    let settings = try TextSamples.settings()
    let pages = [CaseKind.silentSOS, .duress].map {
      Phrasebook.swedish.text(
        OperatorText.page(TextSamples.page($0)), now: TextSamples.now, settings: settings)
    }
    #expect(pages[0] == pages[1])
  }

  @Test func `a long fault is cut so that the page is one message with its code and number`()
    throws
  {
    let settings = try TextSamples.settings()
    for fault in [String(repeating: "fel på fel ", count: 40), String(repeating: "€", count: 200)] {
      var facts = TextSamples.page(.fault)
      facts.fault = fault
      let text = Phrasebook.swedish.text(
        OperatorText.page(facts), now: TextSamples.now, settings: settings)
      #expect((158...160).contains(SMSText.count(text).units))
      #expect(
        text.hasSuffix(".. Svara 482 för att ta det. Öppna konsolen eller ring 070-174 06 05.")
          || text.hasSuffix(
            "... Svara 482 för att ta det. Öppna konsolen eller ring 070-174 06 05.")
      )
    }
  }

  @Test func `a fault that fits is not cut`() throws {
    var facts = TextSamples.page(.fault)
    facts.fault = String(repeating: "a", count: 79)
    let text = Phrasebook.swedish.text(
      OperatorText.page(facts), now: TextSamples.now, settings: try TextSamples.settings())
    #expect(SMSText.count(text).units == 160)
    #expect(text.contains("\(String(repeating: "a", count: 79)). Svara"))
  }

  @Test func `a page that lacks a value has a sentence without it`() throws {
    let settings = try TextSamples.settings()
    let pages = [CaseKind.callback, .unclear, .fault].map {
      Phrasebook.english.text(
        OperatorText.page(TextSamples.page($0)), now: TextSamples.now, settings: settings)
    }
    #expect(pages[0].hasPrefix("Case L4821: an unknown number rang us 20:05."))
    #expect(pages[1].hasPrefix("Case L4821: unclear reply 20:05, no watch."))
    #expect(pages[2].hasPrefix("FAULT L4821: fault in the service."))
  }

  @Test func `an answer to an operator is made plain and otherwise left alone`() throws {
    let text = Phrasebook.swedish.text(
      OperatorText.answer("L4821 – “Cleo”, ł"), now: TextSamples.now,
      settings: try TextSamples.settings())
    #expect(text == "L4821 - \"Cleo\", ł")
  }

  @Test func `an edited sentence is the one that is sent`() throws {
    var book = Phrasebook.swedish
    book[.missed] = "{t} Ring oss: {tfn}"
    let text = book.text(
      PersonText.missed, now: TextSamples.now, settings: try TextSamples.settings())
    #expect(text == "Trygghet VGR: Ring oss: 070-174 06 05")
  }

  @Test func `an operator's very long name is cut, the sentence about him is not`() throws {
    let text = Phrasebook.swedish.text(
      OperatorText.alreadyTaken(
        reference: "L1", at: TextSamples.event, by: String(repeating: "Bo", count: 99)),
      now: TextSamples.now, settings: try TextSamples.settings())
    #expect(SMSText.count(text).parts == 1)
    #expect(text.hasSuffix(" Du behöver inte göra något."))
  }

  @Test func `a service name gets its colon and never takes more than its room`() throws {
    for (given, shown) in [
      ("Trygghet VGR:", "Trygghet VGR:"), ("Trygg", "Trygg:"), ("Kalender ", "Kalender:"),
      ("Trygghetstjänsten", "Trygghetstjä:"),
    ] {
      let settings = TextSettings(
        serviceName: given, phoneNumber: try TextSamples.number("+46701740605"),
        zone: try TextSamples.stockholm())
      #expect(settings.serviceName == shown)
    }
  }
}
