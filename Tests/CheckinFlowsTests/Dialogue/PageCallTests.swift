import CheckinFlows
import Testing

@Suite struct PageCallTests {
  static func page(_ kind: CaseKind, needsCode: Bool = false) -> DialoguePurpose {
    .page(kind: kind, priority: 1, concernedAt: Line.half9, needsCode: needsCode)
  }

  @Test func `an operator hears the whole page in Swedish`() {
    var line = Line(Self.page(.notReached))
    #expect(
      line.hears(.begin).words == "Larm från Trygghetstjänsten. Prioritet ett. Ingen "
        + "återkoppling sedan klockan tjugoett och trettio. Ta larmet, tryck fyra. Skicka vidare, "
        + "tryck fem. Hör igen, tryck stjärna.")
  }

  @Test func `an operator hears the whole page in English`() {
    var line = Line(Self.page(.notReached), .english)
    #expect(
      line.hears(.begin).words == "Alarm from the safety service. Priority one. No check-in since "
        + "twenty-one thirty. To take it, press four. To pass it on, press five. To hear it "
        + "again, press star.")
  }

  @Test(arguments: [
    (CaseKind.sos, "Hjälp begärd klockan tjugoett och trettio.", "Help requested at"),
    (.silentSOS, "Tyst larm. Ring inte personen.", "Silent alarm. Do not call the person."),
    (.duress, "Tyst larm. Ring inte personen.", "Silent alarm. Do not call the person."),
    (.dangerWords, "Oroande meddelande.", "Worrying message."),
    (.callback, "Begärd återuppringning.", "Call-back requested."),
    (.unclear, "Oklart svar.", "Unclear reply."),
    (.fault, "Driftfel.", "Fault."),
  ])
  func `the third sentence tells the kind`(kind: CaseKind, swedish: String, english: String) {
    var inSwedish = Line(Self.page(kind))
    var inEnglish = Line(Self.page(kind), .english)
    #expect(inSwedish.hears(.begin).words?.contains("Prioritet ett. \(swedish) Ta ") == true)
    #expect(inEnglish.hears(.begin).words?.contains("Priority one. \(english)") == true)
  }

  @Test func `4 takes the case`() {
    var line = Line(Self.page(.sos))
    line.hears(.begin)
    line.hears(.keys("4"), result: .pageTaken)
    #expect(line.transcript.suffix(2) == ["! takePage", "< Du har larmet. Öppna konsolen. [ends]"])
  }

  @Test func `4 with a code takes it after the code, and three wrong ones do not`() {
    var line = Line(Self.page(.sos, needsCode: true))
    line.hears(.begin)
    line.hears(.keys("4"))
    #expect(line.transcript.last?.hasPrefix("< Slå din kod och avsluta med fyrkant.") == true)
    #expect(line.hears(.keys("2580#"), result: .wrongCode) == .act(.takePageWithCode("2580")))
    line.hears(.keys("2581#"), result: .wrongCode)
    line.hears(.keys("2582#"), result: .wrongCode)
    #expect(line.transcript.last == "< Koden stämde inte. Larmet går vidare. Hej då. [ends]")
  }

  @Test func `a case already taken tells when, and no name`() {
    var line = Line(Self.page(.sos))
    line.hears(.begin)
    line.hears(.keys("4"), result: .pageTakenBefore(at: Line.half9.adding(minutes: 2)))
    #expect(line.transcript.last == "< Larmet togs klockan tjugoett och trettiotvå. [ends]")
  }

  @Test func `5 passes it on, star says it again, the person's keys mean nothing here`() {
    var line = Line(Self.page(.sos))
    let first = line.hears(.begin)
    #expect(line.hears(.keys("*")).words == first.words)
    for key in ["1", "2"] {
      #expect(line.hears(.keys(key)).words?.hasPrefix("Den tangenten används inte.") == true)
    }
    #expect(line.hears(.keys("5"), result: .pagePassedOn) == .act(.passOnPage))
    #expect(line.transcript.last == "< Larmet skickas vidare. Hej då. [ends]")
  }

  @Test func `silence lets the ladder go on`() {
    var line = Line(Self.page(.sos))
    line.hears(.begin)
    #expect(line.hears(.noInput).words == "Larmet går vidare. Hej då.")
    #expect(line.dialogue.meaningOfHangUp == .nothing)
  }

  @Test func `machines hear no details`() throws {
    let own = try #require(PhoneNumber(e164: "+46701740699"))
    var page = Line(.pageVoicemail)
    #expect(page.hears(.begin).words == "Larm från Trygghetstjänsten, ring centralen.")
    var person = Line(.voicemail(ownNumber: own))
    #expect(
      person.hears(.begin).words == "Det här är Trygghetscentralen. Ring oss så snart du kan, "
        + "noll sju noll, ett sju fyra, noll sex, nio nio.")
    var quiet = Line(.voicemail(ownNumber: nil))
    #expect(quiet.hears(.begin) == .say(.hangUp))
  }

  @Test func `an operator who rings in gets the case that waits, or hears that none does`() {
    var waiting = Line(
      .operatorIncoming(kind: .sos, priority: 1, concernedAt: Line.half9, needsCode: false))
    waiting.hears(.begin)
    #expect(waiting.hears(.keys("4")) == .act(.takePage))
    var nothing = Line(.operatorIncomingNothingOpen)
    #expect(nothing.hears(.begin).words == "Hej. Det finns inget larm att ta just nu. Hej då.")
  }

  @Test func `a bridge asks the operator first, then rings the person`() throws {
    let person = try #require(PhoneNumber(e164: "+46701740605"))
    var line = Line(.bridgeOperator(caseReference: "L48213", isSilentAlarm: false))
    #expect(
      line.hears(.begin).words == "Larm L fyra åtta två ett tre. Tryck ett för att tala.")
    line.hears(.keys("1"), result: .connect(person))
    #expect(line.transcript.suffix(2) == ["! talk", "< [connects]"])
    #expect(line.hears(.connectEnded(.failed)).words == "Personen svarade inte. Hej då.")
  }

  @Test func `a bridge to a silent alarm asks twice`() {
    var line = Line(.bridgeOperator(caseReference: "L7", isSilentAlarm: true), .english)
    line.hears(.begin)
    #expect(
      line.hears(.keys("1")).words
        == "Silent alarm. Do not call the person. Press one again to call anyway.")
    #expect(line.hears(.keys("1")) == .act(.talk))
  }
}
