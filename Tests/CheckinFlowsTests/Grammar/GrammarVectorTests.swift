import CheckinFlows
import Testing

@Suite("What a person texts")
struct GrammarVectorTests {
  @Test("the evening that the tests live in is the one of the vectors")
  func eveningIsRight() {
    #expect(TenantZone.stockholm.iso8601(Evening.start) == "2026-11-24T20:10:00+01:00")
  }

  @Test("the vector files are whole", arguments: [("sms-first", 117), ("sms-more", 380)])
  func filesAreWhole(name: String, atLeast: Int) {
    #expect(GrammarVector.file(name).count >= atLeast)
  }

  @Test(
    "every vector is read as written",
    arguments: GrammarVector.file("sms-first") + GrammarVector.file("sms-more"))
  func vectorIsRead(vector: GrammarVector) {
    let reading = vector.reading
    let (name, value) = written(reading.meaning)
    #expect(name == vector.meaning)
    #expect(value == vector.value)
    if !vector.note.isEmpty {
      #expect(reading.note?.lowercased() == vector.note.lowercased())
    }
  }

  @Test("a note keeps the sender's own letters")
  func noteKeepsLetters() {
    let reading = SMSGrammar.read("START 21.30 Lokal Ä, plan 2", in: Evening.unwatched)
    #expect(reading.note == "Lokal Ä, plan 2")
  }

  @Test("a danger word at the start is shown with the watch")
  func dangerAtStart() {
    let reading = SMSGrammar.read("21.30 polishuset", in: Evening.unwatched)
    #expect(
      reading == Reading(.start(end: Evening.watchEnd), note: "polishuset", isDangerous: true))
  }

  @Test("help with a time also starts the watch, where none is live")
  func helpStartsTheWatch() {
    let unwatched = SMSGrammar.read("sos 21:30 möte i Vara", in: Evening.unwatched)
    #expect(unwatched.meaning == .sos(start: Evening.watchEnd))
    let watched = SMSGrammar.read("sos 22:30 möte i Vara", in: Evening.watched)
    #expect(watched.meaning == .sos(start: nil))
  }

  @Test(
    "bare thanks are known as such", arguments: ["tack", "Tack!", "tack så mycket", "thank you"])
  func bareThanks(text: String) {
    #expect(SMSGrammar.read(text, in: Evening.watched).isBareThanks)
  }

  @Test("thanks with anything else are not bare", arguments: ["tack men kom", "hej", "jag tackar"])
  func notBareThanks(text: String) {
    #expect(!SMSGrammar.read(text, in: Evening.watched).isBareThanks)
  }

  @Test("only the code that was asked for enrols")
  func enrolment() {
    var context = Evening.unwatched
    #expect(SMSGrammar.read("JA 482", in: context).meaning == .unknown)
    context.enrolmentCode = "JA 482"
    #expect(SMSGrammar.read("Ja 482 tack!", in: context).meaning == .enrol)
    #expect(SMSGrammar.read("yes 482", in: context).meaning == .enrol)
    #expect(SMSGrammar.read("JA 483", in: context).meaning != .enrol)
  }

  @Test("a quotation of our own text is not the person's word")
  func quotation() {
    let ours = "Trygghet VGR: Är allt bra: svara OK. Vid fara: HJÄLP eller ring 112."
    var context = Evening.watched
    context.recentTexts = [ours]
    #expect(SMSGrammar.read("“\(ours)” ok", in: context).meaning == .close)
    #expect(SMSGrammar.read("\(ours)\nok", in: context).meaning == .close)
    #expect(SMSGrammar.read("Gillade “\(ours)”", in: context).meaning == .note)
    #expect(SMSGrammar.read("“hjälp”", in: context).meaning == .sos(start: nil))
  }
}
