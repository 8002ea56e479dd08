import CheckinFlows
import Testing

@Suite("Answers to operators")
struct OperatorAnswerTests {
  private static let long = "L48219999"
  private static let at = TextSamples.tomorrow
  private static let four = [long, long, long, long, long]

  private static let refusals: [OperatorRefusal] =
    OperatorVerb.allCases.flatMap { [.howToWrite($0), .codeMissing($0)] } + [
      .which(four), .nothingClaimed, .noSuchCase(long), .noSuchPageCode,
      .alreadyClosed(long, at: at), .takeFirst(long, code: "482"), .roleMayNot, .wrongCode,
      .takenByOther(long, name: "Cleo Andersson", since: at), .codesBlocked(until: at),
      .confirmSilentRing(long), .nobodyToRing(long), .numberNotDialable(long), .cardSwitchedOff,
      .cardNeedsCode,
    ] + caseRefusals.map { .refusedByCase(long, $0) }
    + watchRefusals.map { .refusedByWatch(long, $0) }

  private static let caseRefusals: [CaseRefusal] = [
    .alreadyClosed, .alreadyClaimed(by: .named("Bo"), since: at),
    .claimedByOther(by: .named("Bo"), since: at), .notClaimed, .reasonMissing,
    .establishedHowMissing, .policeReferenceMissing, .timeInFuture, .exerciseNeverReachesPolice,
    .policeNotAlerted, .policeWereAlerted, .informingUnfinished(.nearest), .noSuchRecipient,
    .noWatchToExtend, .endNotInFuture, .kindNotGraver, .outcomeNotAllowed(.exercise),
  ]

  private static let watchRefusals: [WatchRefusal] = [
    .notArmed, .alreadyClosed, .alreadyArmed, .heldByCase(CaseID(rawValue: 48_219_999)),
    .reasonMissing, .endNotInFuture, .outcomeNotAllowed(.handedOver), .notAwaitingOperator,
    .attemptRuns(2), .phoneMustStaySilent, .noSuchAttempt(1), .noSuchCase(CaseID(rawValue: 1)),
  ]

  private static let done: [OperatorAnswer] =
    CaseOutcome.allCases.flatMap {
      [.closed(long, $0, watchGoesOn: nil), .closed(long, $0, watchGoesOn: at)]
    } + [
      .stillYours(long, since: at, minutes: 15), .released(long), .passedOn(long),
      .bridgeOrdered(long), .noted(long, until: at), .policeNoted(long, at: at), .stoodDown(long),
      .extended(long, end: at), .extendedBeside(long, end: at), .onDuty,
      .offDuty(claims: [], isNobodyLeft: false), .offDuty(claims: four, isNobodyLeft: true),
      .commands, .colleagueBlocked,
    ]

  private func words(_ answer: OperatorAnswer, _ language: Language) throws -> String {
    answer.words(in: language, zone: try TextSamples.stockholm(), now: TextSamples.now)
  }

  @Test("each is one plain message in both languages", arguments: Language.allCases)
  func oneMessage(language: Language) throws {
    for answer in Self.done + Self.refusals.map(OperatorAnswer.refused) {
      let text = try words(answer, language)
      #expect(SMSText.count(text).parts == 1, "\(text)")
      #expect(SMSText.count(text).encoding == .gsm7, "\(answer)")
      #expect(TextRules.faults(in: text).isEmpty, "\(answer): \(text)")
      #expect(!text.contains("  ") && !text.contains("{"), "\(answer)")
    }
  }

  @Test("no two of them say the same, and no language is left out")
  func distinct() throws {
    let answers = Self.done + Self.refusals.map(OperatorAnswer.refused)
    for answer in answers {
      #expect(try words(answer, .swedish) != words(answer, .english), "\(answer)")
    }
    #expect(Set(try answers.map { try words($0, .swedish) }).count > answers.count - 4)
  }

  @Test("a long list is cut to three parts and says how many are left out")
  func longList() throws {
    let line = OperatorWatchLine(reference: "T4821", end: Self.at, phase: .awaitingOperator)
    let text = try words(.watches(Array(repeating: line, count: 60)), .swedish)
    #expect(SMSText.count(text).parts == 3)
    let shown = text.split(separator: "\n").count - 1
    #expect(text.hasSuffix("och \(60 - shown) till, se konsolen"))
  }

  @Test(
    "a card keeps what is read to 112, and cuts only the person's own words",
    arguments: ["ord ", "жд "])
  func longCard(word: String) throws {
    let card = OperatorCard(
      reference: Self.long, kind: .notReached, name: "Cleo Andersson",
      number: try TextSamples.number("+46701740607"), unit: "Kommunstyrelsen", end: Self.at,
      attempts: 2, signOfLifeAt: nil, note: String(repeating: word, count: 300))
    let text = try words(.card(card), .swedish)
    #expect(SMSText.count(text).parts == 3)
    for part in ["Cleo Andersson", "070-174 06 07", "Kommunstyrelsen", "Egna ord: \(word)"] {
      #expect(text.contains(part))
    }
    #expect(text.hasSuffix(".."))
  }

  @Test("a short card is whole")
  func shortCard() throws {
    let card = OperatorCard(
      reference: "L12", kind: .sos, name: nil, number: nil, unit: nil, end: nil, attempts: 0,
      signOfLifeAt: nil, note: "bakom stationen")
    #expect(try words(.card(card), .english).hasSuffix("Own words: bakom stationen"))
  }
}
