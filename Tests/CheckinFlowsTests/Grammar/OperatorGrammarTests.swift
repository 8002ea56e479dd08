import CheckinFlows
import Testing

@Suite("What an operator texts")
struct OperatorGrammarTests {
  private static let l12 = CaseID(rawValue: 12)
  private static let now = Evening.start.adding(minutes: 100)  // 21.50
  private static let rung = Evening.start.adding(minutes: 97)  // 21.47
  private static let later = Evening.start.adding(minutes: 125)  // 22.15

  private var open: OperatorContext {
    OperatorContext(now: Self.now, knownCases: [Self.l12], openCodes: ["482"])
  }

  private var claimed: OperatorContext {
    var context = open
    context.readsWithoutReference = true
    return context
  }

  @Test(
    "orders with a reference",
    arguments: [
      ("482", .take(code: "482")),
      ("Ta 482!", .take(code: "482")),
      ("skicka L12", .passOn(.reference(l12))),
      ("skicka 482", .passOn(.code("482"))),
      ("pass l12", .passOn(.reference(l12))),
      ("släpp L12", .release(l12)),
      ("release L12", .release(l12)),
      ("ring L12", .ring(l12)),
      ("L12 ring", .ring(l12)),
      ("ring L12 ändå 4711", .ringAnyway(l12, code: "4711")),
      ("call L12 anyway", .ringAnyway(l12, code: nil)),
      (
        "not L12 Ringt grannen, Åsa svarar inte", .note(l12, text: "Ringt grannen, Åsa svarar inte")
      ),
      ("ok L12 4711", .reachedSafe(l12, code: "4711")),
      ("ok L12", .reachedSafe(l12, code: nil)),
      ("+30 L12 4711", .extend(l12, minutes: 30, code: "4711")),
      ("+1h L12 4711", .extend(l12, minutes: 60, code: "4711")),
      ("L12 +30 min 4711", .extend(l12, minutes: 30, code: "4711")),
      ("till 22.15 L12 4711", .setEnd(l12, end: later, code: "4711")),
      (
        "112 L12 21.47 K123-26 4711",
        .police(l12, at: rung, reference: .given("K123-26"), code: "4711")
      ),
      ("112 L12 21.47 utan 4711", .police(l12, at: rung, reference: .noneGiven, code: "4711")),
      ("polis L12 21:47 123456", .police(l12, at: rung, reference: .given("123456"), code: nil)),
      (
        "klart L12 onödigt telefon 4711",
        .close(l12, outcome: .needless, established: .phone, code: "4711")
      ),
      (
        "klart L12 trygg på plats 4711",
        .close(l12, outcome: .safe, established: .onSite, code: "4711")
      ),
      (
        "klart L12 säker missförstånd 4711",
        .close(l12, outcome: .safe, established: .misunderstanding, code: "4711")
      ),
      ("klart L12 skarpt 4711", .close(l12, outcome: .genuine, established: nil, code: "4711")),
      ("close L12 unknown 4711", .close(l12, outcome: .unknown, established: nil, code: "4711")),
      ("klart L12 övning 4711", .close(l12, outcome: .exercise, established: nil, code: "4711")),
      ("återkalla L12 4711", .standDown(l12, code: "4711")),
      ("kort L12 4711", .card(l12, code: "4711")),
      ("hjälp L12", .help),
      ("lista", .list), ("Vem?", .who), ("jour på", .duty(isOn: true)),
      ("duty off", .duty(isOn: false)), ("kommandon", .help),
    ] as [(String, OperatorCommand)])
  func orders(text: String, command: OperatorCommand) {
    #expect(OperatorGrammar.read(text, in: open) == command)
  }

  @Test(
    "the reference may be left out by an operator with one claim",
    arguments: [
      ("släpp", .release(nil)), ("ring", .ring(nil)), ("ok 4711", .reachedSafe(nil, code: "4711")),
      ("+30 4711", .extend(nil, minutes: 30, code: "4711")),
      ("not ingen svarar", .note(nil, text: "ingen svarar")),
      ("klart trygg 4711", .close(nil, outcome: .safe, established: nil, code: "4711")),
      ("kort 4711", .card(nil, code: "4711")), ("skicka", .passOn(nil)),
      ("112 21.47 utan 4711", .police(nil, at: rung, reference: .noneGiven, code: "4711")),
    ] as [(String, OperatorCommand)])
  func withoutReference(text: String, command: OperatorCommand) {
    #expect(OperatorGrammar.read(text, in: claimed) == command)
  }

  @Test(
    "a malformed order names its verb and what is missing",
    arguments: [
      ("klart L12 4711", .close, .outcome), ("klart L12 trygg nog 4711", .close, .surplus),
      ("112 L12 utan 4711", .police, .time), ("112 L12 21.47", .police, .policeReference),
      ("112 L12 21.58 utan 4711", .police, .time), ("not L12", .note, .text),
      ("ok L12 men inte 4711", .reachedSafe, .surplus), ("+ L12 4711", .extend, .minutes),
      ("jour kanske", .duty, .onOrOff), ("ta L12", .take, .code),
    ] as [(String, OperatorVerb, OperatorHint)])
  func malformed(text: String, verb: OperatorVerb, hint: OperatorHint) {
    #expect(OperatorGrammar.read(text, in: open) == .malformed(verb, missing: hint))
  }

  @Test(
    "what a person in a watch writes stays a person's",
    arguments: [
      "ok", "+30", "klart", "hjälp", "help", "21.30 möte", "till 22", "483", "", "👍", "L99 ok",
    ])
  func personalTexts(text: String) {
    #expect(OperatorGrammar.read(text, in: claimed) == nil)
    #expect(OperatorGrammar.read(text, in: open) == nil)
  }
}
