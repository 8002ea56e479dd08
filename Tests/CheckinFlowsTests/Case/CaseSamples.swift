import CheckinFlows

/// Cases of every kind and in every state, for tables.
enum CaseSamples {
  static let start = WatchSamples.start
  static let (olle, pia, quim) = (
    OperatorID(rawValue: 1), OperatorID(rawValue: 2), OperatorID(rawValue: 3)
  )

  static let ladder = Ladder([
    LadderOperator(id: pia, rung: 5, isOnDuty: true),
    LadderOperator(id: olle, rung: 1, isOnDuty: true),
    LadderOperator(id: quim, rung: 9, isOnDuty: false),
  ])

  static let ladders: [Ladder] = [
    ladder, Ladder([]), Ladder([LadderOperator(id: olle, rung: 1, isOnDuty: true)]),
    Ladder([LadderOperator(id: olle, rung: 1, isOnDuty: false)]),
    Ladder([LadderOperator(id: olle, rung: 1, isOnDuty: true, hasNumber: false)]),
  ]

  static func surroundings(_ ladder: Ladder = ladder, isWatchLive: Bool = true)
    -> CaseSurroundings
  {
    CaseSurroundings(policy: Policy(), ladder: ladder, isWatchLive: isWatchLive)
  }

  static func order(_ kind: CaseKind, isExercise: Bool = false) -> CaseOrder {
    CaseOrder(
      id: CaseID(rawValue: 7), tenant: .first, watch: WatchID(rawValue: 1),
      person: PersonID(rawValue: 3), kind: kind, concernedAt: start,
      policyID: PolicyID(rawValue: 1), isExercise: isExercise)
  }

  static func opened(_ kind: CaseKind = .notReached, _ ladder: Ladder = ladder) -> Case {
    Case.open(order(kind), at: start, in: surroundings(ladder)).opened
  }

  static func opened(after events: [(Int, CaseEvent)], _ kind: CaseKind = .notReached) -> Case {
    var opened = opened(kind)
    for (seconds, event) in events {
      _ = opened.apply(event, at: start.adding(seconds: seconds), in: surroundings())
    }
    return opened
  }

  static var everyState: [Case] {
    CaseKind.allCases.map { opened($0) } + [
      opened(.sos, ladders[1]),
      opened(after: [(90, .deadlinePassed), (180, .deadlinePassed), (300, .deadlinePassed)]),
      opened(after: [(5, .claim(.operator(olle)))]),
      opened(after: [(5, .passOn(olle)), (6, .passOn(pia))]),
      opened(after: [(5, .claim(.operator(olle))), (400, .deadlinePassed)]),
      opened(after: [(9, .work(.alertPolice(at: start, .noneGiven), .operator(olle)))]),
      opened(after: [(9, .work(.close(.safe, .phone, reason: "well"), .operator(olle)))]),
    ]
  }

  static var everyEvent: [CaseEvent] {
    let actors: [Actor] = [.operator(olle), .operator(pia), .named("board")]
    let byActor = actors.flatMap { actor -> [CaseEvent] in
      [.claim(actor), .release(actor)] + works.map { .work($0, actor) }
    }
    let ids = [olle, pia, quim, OperatorID(rawValue: 44)]
    let byID = ids.flatMap { id -> [CaseEvent] in
      [.passOn(id), .pageCall(id, .refused), .pageCall(id, .notTaken)]
    }
    return [.deadlinePassed, .ladderChanged] + byActor + byID
      + news.map { .news($0) } + CaseKind.allCases.map { .becomeGraver($0) }
  }

  private static var works: [CaseWork] {
    var lists = InformLists()
    lists[.nearest] = InformList(recipients: [InformRecipient(id: 1), InformRecipient(id: 2)])
    let closings = CaseOutcome.allCases.flatMap { outcome -> [CaseWork] in
      [.close(outcome, .phone, reason: "said so"), .close(outcome, nil, reason: "")]
    }
    return closings + [
      .act, .alertPolice(at: start, .given("K1")), .alertPolice(at: start, .given(" ")),
      .alertPolice(at: start.adding(minutes: 900), .noneGiven), .standDown(at: start),
      .planInforming(lists), .inform(.nearest, recipient: 1, confirmed: true),
      .inform(.nearest, recipient: 2, confirmed: false),
      .inform(.dutyOfficer, recipient: 1, confirmed: true),
      .waiveInforming(.nearest, reason: "abroad"), .waiveInforming(.nearest, reason: ""),
      .extendWatch(end: start.adding(minutes: 90), reason: "more time"),
      .extendWatch(end: start.adding(minutes: -90), reason: "more time"),
    ]
  }

  static let news: [CaseNews] = [
    .signOfLife(withCode: true), .signOfLife(withCode: false), .duressCode,
    .wrongCode(count: 3), .helpAgain(silent: true), .extensionWish(end: start), .callMe,
    .message("hej"), .dangerWords("kniv"), .stop, .oldText, .notReached, .receiptLost,
    .newWatchWish(end: start),
  ]
}
