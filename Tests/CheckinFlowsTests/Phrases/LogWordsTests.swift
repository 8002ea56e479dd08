import CheckinFlows
import Testing

@Suite struct LogWordsTests {
  private let swedish = LogWords(
    .swedish, person: "Ada", time: { "kl. \($0.milliseconds)" },
    operatorNames: [OperatorID(rawValue: 3): "Olga"])
  private let english = LogWords(.english) { "at \($0.milliseconds)" }

  @Test func `a sentence names the person and writes times as the reader wants them`() {
    #expect(swedish.sentence("watch.armed", ["end": "7"]) == "Ada är bevakad till kl. 7.")
    #expect(english.sentence("watch.armed", ["end": "7"]) == "The person is watched until at 7.")
  }

  @Test func `an operator is named where that is known, and numbered where not`() {
    #expect(swedish.sentence("case.paged", ["operator": "3"]).hasPrefix("Olga larmas"))
    #expect(swedish.sentence("case.claimed", ["by": "operator 3"]).hasPrefix("Olga tar"))
    #expect(english.sentence("case.claimed", ["by": "operator 4"]).hasPrefix("Operator 4 takes"))
    #expect(english.sentence("case.claimed", ["by": "console"]).hasPrefix("Console takes"))
  }

  @Test func `help in silence is told apart from help`() {
    let open = swedish.sentence("watch.help-asked", ["silent": "false"])
    let silent = swedish.sentence("watch.help-asked", ["silent": "true"])
    #expect(open == "Ada ber om hjälp.")
    #expect(silent.contains("i tysthet"))
  }

  @Test(arguments: NotConfirmedReason.allCases)
  func `every reason of a call without an answer has words in both languages`(
    reason: NotConfirmedReason
  ) {
    let facts = ["attempt": "1", "reason": reason.rawValue]
    let kind = "watch.attempt-not-confirmed"
    let ownSwedish = swedish.sentence(kind, facts)
    #expect(!ownSwedish.contains(": \(reason.rawValue)."))
    #expect(ownSwedish != english.sentence(kind, facts))
  }

  @Test(arguments: CaseKind.allCases)
  func `every kind of case has words in both languages`(kind: CaseKind) {
    let facts = ["kind": kind.rawValue]
    #expect(swedish.sentence("case.opened", facts) != english.sentence("case.opened", facts))
    #expect(!swedish.sentence("case.opened", facts).contains(kind.rawValue))
    #expect(!english.sentence("case.became-graver", facts).contains("\(kind.rawValue)."))
  }

  @Test func `words that a person wrote stay as they are, braces and all`() {
    let sentence = swedish.sentence("text.received", ["text": "kommer {end} sent"])
    #expect(sentence == "Ada skriver: ”kommer {end} sent”")
  }

  @Test func `a fact that was purged is told as unknown`() {
    #expect(english.sentence("watch.armed", [:]) == "The person is watched until unknown.")
  }

  @Test func `a kind that nobody has worded is shown by its name`() {
    #expect(english.sentence("moon.has-risen", [:]) == "Moon: has risen.")
  }
}
