import CheckinFlows

/// One watch in every state, and one event of every sort, for tables over both.
enum WatchSamples {
  /// Tuesday 24 November 2026, 20.10 in Stockholm.
  static let start = Instant(milliseconds: 1_795_547_400_000)
  static let end = start.adding(minutes: 80)
  static let policy = Policy()

  static func surroundings(hasCode: Bool = false, newCase: Int64 = 900) -> WatchSurroundings {
    WatchSurroundings(policy: policy, hasCode: hasCode, newCase: CaseID(rawValue: newCase))
  }

  static func number(_ last: Int) -> PhoneNumber { StoryWorld.number(last) }

  static func order(origin: WatchOrigin = .text, legs: [WatchLeg] = []) -> WatchOrder {
    WatchOrder(
      id: WatchID(rawValue: 1), tenant: .first, person: PersonID(rawValue: 3),
      language: .swedish, number: number(12), policyID: PolicyID(rawValue: 1), end: end,
      laterLegs: legs, origin: origin)
  }

  static func armed(legs: [WatchLeg] = []) -> Watch {
    Watch.start(order(legs: legs), at: start, in: policy).watch
  }

  /// After each event in turn, at the time given in seconds from the end.
  static func watch(after events: [(Int, WatchEvent)]) -> Watch {
    var watch = armed()
    for (seconds, event) in events {
      _ = watch.apply(event, at: end.adding(seconds: seconds), in: surroundings(newCase: 7))
    }
    return watch
  }

  static let text = Deed.text(sentAt: nil)

  static var everyState: [(name: String, watch: Watch)] {
    [
      ("draft", Watch.start(order(origin: .draft(.named("Ada"))), at: start, in: policy).watch),
      ("armed", armed()),
      ("reminded", watch(after: [(-600, .deadlinePassed)])),
      ("contacting first", watch(after: [(-600, .deadlinePassed), (0, .deadlinePassed)])),
      (
        "contacting last",
        watch(after: [(-600, .deadlinePassed), (0, .deadlinePassed), (180, .deadlinePassed)])
      ),
      ("not reached", watch(after: [(3000, .deadlinePassed)])),
      ("sos", watch(after: [(-60, .help(silent: false, text))])),
      ("silent", watch(after: [(-60, .help(silent: true, text))])),
      (
        "duress",
        watch(after: [(-60, .duress(lookingLike: .close(text, code: .right), text))])
      ),
      ("danger words", watch(after: [(-60, .dangerWords("förföljd"))])),
      (
        "danger words claimed",
        watch(after: [
          (-60, .dangerWords("förföljd")), (-50, .ofCase(CaseID(rawValue: 7), .claimed)),
        ])
      ),
      ("closed", watch(after: [(-60, .close(text, code: nil))])),
    ]
  }

  static var everyEvent: [WatchEvent] {
    let deeds: [Deed] = [
      text, .text(sentAt: start.adding(minutes: -5)), .ourCall(attempt: 1), .theirCall,
    ]
    let byDeed = deeds.flatMap { deed -> [WatchEvent] in
      [
        .close(deed, code: nil), .close(deed, code: .right), .close(deed, code: .wrong),
        .close(deed, code: .duress), .extend(minutes: 30, deed), .extend(minutes: 9999, deed),
        .extend(minutes: 0, deed), .set(end: end.adding(minutes: 20), deed),
        .set(end: end.adding(minutes: -30), deed), .set(end: end, deed),
        .help(silent: false, deed), .help(silent: true, deed), .callMe(deed),
        .duress(lookingLike: .close(deed, code: .right), deed),
        .duress(lookingLike: .extend(minutes: 30, deed), deed),
        .duress(lookingLike: .duress(lookingLike: .deadlinePassed, deed), deed),
      ]
    }
    let messages: [PersonMessage] = [
      .note("hej"), .ambiguous("ok 22"), .stopKept, .status, .thanks, .worryAtStart("rädd"),
    ]
    return byDeed + messages.map { .message($0, answered: true) } + plainEvents + operatorEvents
  }

  private static var plainEvents: [WatchEvent] {
    let facts: [AttemptFact] =
      [.placed, .rang, .pickedUp] + NotConfirmedReason.allCases.map { .ended($0) }
    let cases: [CaseFact] =
      [.claimed, .unclaimed, .closedByExtending(end: end.adding(minutes: 200))]
      + CaseOutcome.allCases.map { .closed($0) }
    return [.deadlinePassed, .dangerWords("kniv"), .foundLongOverdue(CaseID(rawValue: 800))]
      + [.textFailed(.started(end: end)), .textFailed(.missed)]
      + [1, 2, 55].flatMap { number in facts.map { .attempt(number, $0) } }
      + [7, 56].flatMap { id in cases.map { .ofCase(CaseID(rawValue: id), $0) } }
  }

  private static var operatorEvents: [WatchEvent] {
    let actions: [WatchAction] = [
      .arm, .close(.safe, reason: "talked"), .close(.safe, reason: " "),
      .close(.handedOver, reason: "no"), .close(.cancelled, reason: "not today"),
      .extend(end: end.adding(minutes: 300), reason: "late"), .extend(end: start, reason: "no"),
      .furtherAttempt(to: nil), .furtherAttempt(to: number(13)),
      .edit(activity: .journey, note: "tåg", number: number(14)),
    ]
    return actions.map { .byOperator($0, .operator(OperatorID(rawValue: 1))) }
  }
}
