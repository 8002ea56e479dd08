import CheckinFlows
import Testing

@Suite("What the grammar never does")
struct GrammarPropertyTests {
  static let closing = [
    "ok", "okej tack", "hemma nu", "framme", "allt gick bra", "allt är bra", "jag är hemma",
    "klart", "im ok", "arrived safely", "allt lugnt tack hej då",
  ]

  static let neverCloses = [
    "inte ok", "ok inte", "ok?", "okej?", "är allt ok", "är det ok", "går det bra", "gick det bra",
    "har det gått bra", "snart hemma", "nästan framme", "på väg hem", "går hem nu", "åker hem ok",
    "kör hem nu, ok", "ok men försenad", "ok men", "ok kanske", "knappt ok", "osäker ok",
    "inte hemma än", "ännu inte framme", "not ok", "not home yet", "almost home", "soon home",
    "ok :(", "ok 😭", "ok 1", "ok 22", "hemma om 10 min", "klar om en timme", "klar 22",
    "ok till 22",
    "ok +30", "hej Klara", "klara", "bra", "okidoki", "you ok", "are you ok", "is all ok",
    "are we safe", "oki inte", "hjälp ok", "ok hjälp", "ok rädd", "ok ring inte", "ok polis",
    "tyst ok", "stopp ok", "ok stopp", "jag är inte trygg", "otrygg", "unsafe", "home alone",
    "safe?", "done?", "är vi klara", "det är inte klart", "tack 👍 men", "👎", "ok 👎", "0", "9",
    "2", "3", "11", "okok", "vill inte säga ok", "mamma är hemma", "är Bo hemma", "hemma hos Bo",
  ]

  static let neverExtends = [
    "blir inte sen", "+30?", "-30", "+5000", "+0", "+", "mer", "till", "kanske 30 min till",
    "ses senare", "ring senare", "det är sent", "sen buss", "bussen är sen", "försenad buss",
    "inte försenad", "30", "2 till", "två till", "nej +30", "+30 +30", "mer polis", "mer folk här",
    "hjälp +30", "ok +30", "hemma +30", "är du sen", "är du försenad?", "sen?", "not late",
    "never late", "maybe 30 min more", "mer 5000", "ingen mer tid",
  ]

  @Test("doubt never closes", arguments: neverCloses)
  func doubtNeverCloses(text: String) {
    #expect(!closes(text))
  }

  @Test("doubt never extends", arguments: neverExtends)
  func doubtNeverExtends(text: String) {
    #expect(!movesLater(SMSGrammar.read(text, in: Evening.watched).meaning))
  }

  @Test("each closing text of these tests closes", arguments: closing)
  func closingTextsClose(text: String) {
    #expect(closes(text))
  }

  @Test("a negation anywhere keeps a closing text from closing", arguments: closing)
  func negationNeverCloses(text: String) {
    let negations = [
      "inte", "ej", "icke", "not", "nej", "kanske", "knappt", "osäker", "än", "ännu",
    ]
    for negation in negations {
      for variant in inserted(negation, into: text) { #expect(!closes(variant), "\(variant)") }
    }
  }

  @Test("an unknown word anywhere keeps a closing text from closing", arguments: closing)
  func unknownWordNeverCloses(text: String) {
    var generator = SeededGenerator(seed: 4711)
    for _ in 0..<200 {
      let word =
        "x" + String((0..<5).map { _ in "bcdfgmnprstvz".randomElement(using: &generator)! })
      for variant in inserted(word, into: text) { #expect(!closes(variant), "\(variant)") }
    }
  }

  @Test("the duress code is found anywhere, in any state", arguments: closing + neverCloses)
  func duressIsFound(text: String) {
    for context in [Evening.watched, Evening.unwatched] {
      var coded = context
      coded.checkCode = codeCheck(right: "4711", duress: "4712")
      for variant in inserted("4712", into: text) + ["ok4712 \(text)"] {
        #expect(SMSGrammar.read(variant, in: coded).meaning == .closeDuress, "\(variant)")
      }
    }
  }

  @Test("a person with a code never closes without it", arguments: closing)
  func codeIsNeeded(text: String) {
    var coded = Evening.watched
    coded.checkCode = codeCheck(right: "4711", duress: "4712")
    #expect(SMSGrammar.read(text, in: coded).meaning == .needPin)
    #expect(SMSGrammar.read("\(text) 4711", in: coded).meaning == .closeWithCode)
    #expect(SMSGrammar.read("4711 \(text)", in: coded).meaning == .closeWithCode)
    #expect(SMSGrammar.read("\(text) 1234", in: coded).meaning == .wrongPin)
  }

  @Test("a cry for help survives any slip of one letter")
  func helpSurvivesSlips() {
    let word = Array("hjälp")
    for index in word.indices {
      var missing = word
      missing.remove(at: index)
      var doubled = word
      doubled.insert("k", at: index)
      var wrong = word
      wrong[index] = "k"
      var swapped = word
      if index + 1 < word.count { swapped.swapAt(index, index + 1) }
      for slip in [missing, doubled, wrong, swapped] {
        let text = String(slip)
        #expect(SMSGrammar.read(text, in: Evening.unwatched).meaning == .sos(start: nil), "\(text)")
        #expect(SMSGrammar.read(text, in: Evening.watched).meaning == .sos(start: nil), "\(text)")
      }
    }
  }

  @Test("random scalars and random bytes are always read", arguments: 0..<40)
  func randomTextsAreRead(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "ok", "inte", "21:30", "+", "30", "om", "en", "timme", "till", "hjälp", "4712", "L1", "24/11",
      "halv", "kvart", "i", "över", ":", ".", ",", "-", "?", "“", "”", "👍🏽", "❤️", "a\u{308}",
      "\u{202E}",
      "\u{200D}", "imorgon", "kl", "99999999999999999999", "2026-11-24", "pm", "\u{0}", " ", "1,5",
      "h",
    ]
    for _ in 0..<150 {
      let count = Int.random(in: 0...12, using: &generator)
      var text = (0..<count).map { _ in pieces.randomElement(using: &generator)! }
        .joined(separator: Bool.random(using: &generator) ? " " : "")
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      if count % 3 == 0 { text += String(decoding: bytes, as: UTF8.self) }
      for context in [Evening.watched, Evening.unwatched] { expectSound(text, context) }
    }
  }

  @Test(
    "long texts are read", arguments: ["9", "a ", "21:30 ", "+", "om en ", "“", "allt ", "👍", "1,"])
  func longTextsAreRead(piece: String) {
    let text = String(repeating: piece, count: 2000)
    expectSound(text, Evening.watched)
    expectSound(text, Evening.unwatched)
  }

  // MARK: Helpers

  /// What holds for every text: a start lies within its limits, an extension too.
  private func expectSound(_ text: String, _ context: ReadingContext) {
    let meaning = SMSGrammar.read(text, in: context).meaning
    if case .start(let end) = meaning {
      #expect((300...86_400).contains(end.seconds(since: context.now)))
      #expect(context.watchEnd == nil)
    }
    if case .extend(let minutes) = meaning { #expect((1...1440).contains(minutes)) }
    if case .set(let end) = meaning { #expect(end > context.now) }
  }

  private func closes(_ text: String) -> Bool {
    switch SMSGrammar.read(text, in: Evening.watched).meaning {
    case .close, .closeWithCode, .needPin: true
    default: false
    }
  }

  private func movesLater(_ meaning: Meaning) -> Bool {
    switch meaning {
    case .extend: true
    case .set(let end): end > Evening.watchEnd
    default: false
    }
  }

  private func inserted(_ word: String, into text: String) -> [String] {
    let words = text.split(separator: " ").map(String.init)
    return (0...words.count).map { place in
      (words[..<place] + [word] + words[place...]).joined(separator: " ")
    }
  }
}
