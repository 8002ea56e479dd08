import CheckinFlows
import Testing

@Suite("What was meant as an order")
struct OperatorAttemptTests {
  private static let l99 = CaseID(rawValue: 99)

  @Test(
    "codes, references beside a verb, and verbs in front",
    arguments: [
      ("483", .code("483")), ("ta 483!", .code("483")), ("släpp L99", .order(.release, l99)),
      ("L99 ok 4711", .order(.reachedSafe, l99)), ("ok l99", .order(.reachedSafe, l99)),
      ("släpp", .verb(.release)), ("+30", .verb(.extend)), ("112", .verb(.police)),
    ] as [(String, OperatorAttempt)])
  func attempts(text: String, attempt: OperatorAttempt) {
    #expect(OperatorGrammar.attempt(in: text) == attempt)
  }

  @Test(
    "a person's texts are none",
    arguments: ["21.30 möte lokal L12", "hjälp", "4711", "tack", "", "möte 483", "L99"])
  func none(text: String) {
    #expect(OperatorGrammar.attempt(in: text) == nil)
  }

  @Test("a reference that is a place behind an end time is no order for that case")
  func place() {
    #expect(OperatorGrammar.attempt(in: "till 22 rum L12") == .verb(.extend))
  }
}
