import CheckinFlows
import Testing

@Suite struct CaseRulesTests {
  private let olle = Actor.operator(CaseSamples.olle)
  private let pia = Actor.operator(CaseSamples.pia)

  private func refusal(_ effects: [CaseEffect]) -> CaseRefusal? {
    for case .refused(let refusal) in effects { return refusal }
    return nil
  }

  private func refusal(
    of work: CaseWork, in opened: Case, by actor: Actor = .operator(CaseSamples.olle)
  ) -> CaseRefusal? {
    var opened = opened
    let now = CaseSamples.start.adding(seconds: 60)
    return refusal(opened.apply(.work(work, actor), at: now, in: CaseSamples.surroundings()))
  }

  @Test func theSecondToClaimIsToldWhoWasFirst() {
    var opened = CaseSamples.opened(after: [(5, .claim(olle))])
    let effects = opened.apply(
      .claim(pia), at: CaseSamples.start.adding(seconds: 6), in: CaseSamples.surroundings())
    let since = CaseSamples.start.adding(seconds: 5)
    #expect(refusal(effects) == .alreadyClaimed(by: olle, since: since))
  }

  @Test func anActionRenewsTheClaim() {
    var opened = CaseSamples.opened(after: [(5, .claim(olle))])
    let now = CaseSamples.start.adding(seconds: 200)
    _ = opened.apply(.work(.act, olle), at: now, in: CaseSamples.surroundings())
    #expect(opened.nextStepAt == now.adding(seconds: 300))
  }

  @Test func thePoliceNeedTimeAndReferenceOrAnExplicitNone() {
    let opened = CaseSamples.opened()
    let start = CaseSamples.start
    #expect(refusal(of: .alertPolice(at: start, .given("")), in: opened) == .policeReferenceMissing)
    let later = start.adding(minutes: 30)
    #expect(refusal(of: .alertPolice(at: later, .noneGiven), in: opened) == .timeInFuture)
    #expect(refusal(of: .alertPolice(at: start, .noneGiven), in: opened) == nil)
  }

  @Test func anExerciseNeverReachesThePolice() {
    let exercise = Case.open(
      CaseSamples.order(.sos, isExercise: true), at: CaseSamples.start,
      in: CaseSamples.surroundings()
    ).opened
    let work = CaseWork.alertPolice(at: CaseSamples.start, .noneGiven)
    #expect(refusal(of: work, in: exercise) == .exerciseNeverReachesPolice)
  }

  @Test func afterThePoliceEveryoneOnTheListsIsToldOrTheListIsWaived() {
    var lists = InformLists()
    lists[.nearest] = InformList(recipients: [InformRecipient(id: 1), InformRecipient(id: 2)])
    lists[.dutyOfficer] = InformList(
      rule: .anyOneOf, recipients: [InformRecipient(id: 3), InformRecipient(id: 4)])
    let closing = CaseWork.close(.genuine, .onSite, reason: "found")
    var told = CaseSamples.opened(after: [
      (10, .work(.planInforming(lists), olle)),
      (20, .work(.alertPolice(at: CaseSamples.start, .given("K1")), olle)),
      (30, .work(.inform(.nearest, recipient: 1, confirmed: true), olle)),
    ])
    #expect(told.phase == .informing)
    #expect(refusal(of: closing, in: told) == .informingUnfinished(.nearest))
    _ = told.apply(
      .work(.waiveInforming(.nearest, reason: "the other is abroad"), olle),
      at: CaseSamples.start, in: CaseSamples.surroundings())
    #expect(refusal(of: closing, in: told) == .informingUnfinished(.dutyOfficer))
    _ = told.apply(
      .work(.inform(.dutyOfficer, recipient: 4, confirmed: true), olle), at: CaseSamples.start,
      in: CaseSamples.surroundings())
    #expect(refusal(of: closing, in: told) == nil)
  }

  @Test func aHoldingCaseIsClosedWithAReasonAndHowItWasEstablished() {
    let opened = CaseSamples.opened()
    #expect(refusal(of: .close(.safe, .phone, reason: " "), in: opened) == .reasonMissing)
    #expect(refusal(of: .close(.safe, nil, reason: "ok"), in: opened) == .establishedHowMissing)
    #expect(refusal(of: .close(.needless, .phone, reason: "ok"), in: opened) == .policeNotAlerted)
    #expect(refusal(of: .close(.safe, nil, reason: ""), in: CaseSamples.opened(.unclear)) == nil)
  }

  @Test func aLateSignOfLifeAsksForAStandDownAndClosesNothing() {
    var opened = CaseSamples.opened(after: [
      (20, .work(.alertPolice(at: CaseSamples.start, .given("K1")), olle)),
      (30, .news(.signOfLife(withCode: true))),
    ])
    #expect(opened.phase == .policeAlerted)
    #expect(opened.asksForStandDown)
    _ = opened.apply(
      .work(.standDown(at: CaseSamples.start), olle), at: CaseSamples.start,
      in: CaseSamples.surroundings())
    #expect(!opened.asksForStandDown)
  }

  @Test func aRefusedPageBringsTheNextRungAtOnce() {
    var opened = CaseSamples.opened()
    let effects = opened.apply(
      .pageCall(CaseSamples.olle, .refused), at: CaseSamples.start.adding(seconds: 2),
      in: CaseSamples.surroundings())
    #expect(effects.contains(.page(CaseSamples.pia, text: true, call: true)))
  }

  @Test func whoComesOnDutyWhileAllAreSilentIsPagedAtOnce() {
    let empty = Ladder([])
    var opened = CaseSamples.opened(.sos, empty)
    let effects = opened.apply(
      .ladderChanged, at: CaseSamples.start.adding(seconds: 9), in: CaseSamples.surroundings())
    #expect(effects.contains(.page(CaseSamples.olle, text: true, call: true)))
    #expect(effects.contains(.page(CaseSamples.pia, text: true, call: true)))
  }

  @Test func whoIsDisabledAfterThePageIsRungNoMoreAndOthersAre() {
    let (olle, pia) = (CaseSamples.olle, CaseSamples.pia)
    var opened = CaseSamples.opened()
    let withoutOlle = Ladder(CaseSamples.ladder.operators.filter { $0.id != olle })
    let effects = opened.apply(
      .deadlinePassed, at: CaseSamples.start.adding(seconds: 90),
      in: CaseSamples.surroundings(withoutOlle))
    #expect(!effects.contains { if case .page(olle, _, _) = $0 { true } else { false } })
    #expect(effects.contains(.page(pia, text: true, call: true)))
    #expect(!opened.stillWantsPage(to: olle))
  }

  @Test func whenEverybodyHasLeftTheLadderTheCaseStillHasANextStep() {
    var opened = CaseSamples.opened()
    let now = CaseSamples.start.adding(seconds: 90)
    let effects = opened.apply(.ladderChanged, at: now, in: CaseSamples.surroundings(Ladder([])))
    #expect(effects.contains(.pageOutside(text: true, call: true)))
    #expect(opened.nextStepAt.map { $0 > now } == true)
  }

  @Test func anEmptyLadderIsAFaultOnlyWhileAWatchLives() {
    let order = CaseSamples.order(.callback)
    for isWatchLive in [true, false] {
      let surroundings = CaseSamples.surroundings(Ladder([]), isWatchLive: isWatchLive)
      let effects = Case.open(order, at: CaseSamples.start, in: surroundings).effects
      #expect(effects.contains(.openFault(.nobodyOnDuty)) == isWatchLive)
      #expect(effects.contains(.pageOutside(text: true, call: true)))
    }
  }

  @Test func noPageIsWantedAfterAClaim() {
    var opened = CaseSamples.opened()
    #expect(opened.stillWantsPage(to: CaseSamples.olle))
    _ = opened.apply(.claim(pia), at: CaseSamples.start, in: CaseSamples.surroundings())
    #expect(!opened.stillWantsPage(to: CaseSamples.olle))
  }
}
