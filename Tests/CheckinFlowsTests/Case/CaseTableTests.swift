import CheckinFlows
import Testing

@Suite struct CaseTableTests {
  @Test func everyEventInEveryStateOnEveryLadderLeavesAConsistentCase() {
    for before in CaseSamples.everyState {
      for event in CaseSamples.everyEvent {
        for ladder in CaseSamples.ladders {
          for seconds in [410, 495, 701, 5400] {
            var changed = before
            let now = CaseSamples.start.adding(seconds: seconds)
            let effects = changed.apply(event, at: now, in: CaseSamples.surroundings(ladder))
            #expect(changed.contractBreach(after: effects, from: before, at: now) == nil)
          }
        }
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func tenThousandRandomEventsNeverSilenceAnUnclaimedCase(_ seed: UInt64) {
    var dice = Dice(seed: seed)
    let kinds = CaseKind.allCases
    var changed = CaseSamples.opened(kinds[dice.roll(kinds.count)])
    var now = CaseSamples.start
    let events = CaseSamples.everyEvent
    for step in 0..<10_000 {
      let isDeadline = dice.roll(2) == 0
      if isDeadline { now = max(now, changed.nextStepAt ?? now) }
      let event = isDeadline ? CaseEvent.deadlinePassed : events[dice.roll(events.count)]
      let ladder = CaseSamples.ladders[dice.roll(CaseSamples.ladders.count)]
      let before = changed
      let effects = changed.apply(event, at: now, in: CaseSamples.surroundings(ladder))
      #expect(
        changed.contractBreach(after: effects, from: before, at: now) == nil, "\(step) \(event)")
      now = now.adding(seconds: dice.roll(40))
      if !changed.isOpen {
        changed = CaseSamples.opened(kinds[dice.roll(kinds.count)])
        now = CaseSamples.start
      }
    }
  }

  /// Everybody has passed it on again and again: still somebody's phone rings every 90 s.
  @Test(arguments: CaseKind.allCases)
  func anUnclaimedCaseNeverGoesQuiet(_ kind: CaseKind) {
    var unclaimed = CaseSamples.opened(kind)
    var now = CaseSamples.start
    for _ in 0..<30 {
      for passer in [CaseSamples.olle, CaseSamples.pia, CaseSamples.quim] {
        now = now.adding(seconds: 11)
        _ = unclaimed.apply(.passOn(passer), at: now, in: CaseSamples.surroundings())
      }
    }
    var latestCall = now
    for _ in 0..<400 {
      now = max(now.adding(seconds: 1), unclaimed.nextStepAt ?? now)
      let effects = unclaimed.apply(.deadlinePassed, at: now, in: CaseSamples.surroundings())
      if effects.contains(where: { $0.isCall }) { latestCall = now }
      #expect(now.seconds(since: latestCall) <= 90)
    }
  }

  /// Deadlines lead somewhere: a case never wakes twice at one moment without doing anything.
  @Test func wakingUpNeverChasesItself() {
    for ladder in CaseSamples.ladders {
      var opened = CaseSamples.opened(.sos, ladder)
      var latest: Instant?
      for _ in 0..<200 {
        guard let due = opened.nextStepAt else { break }
        _ = opened.apply(.deadlinePassed, at: due, in: CaseSamples.surroundings(ladder))
        #expect(due != latest)
        latest = due
      }
    }
  }
}

extension CaseEffect {
  var isCall: Bool {
    if case .page(_, _, call: true) = self { return true }
    return false
  }
}

extension Case {
  /// What the safety contract would say of this change; nil when it holds.
  func contractBreach(after effects: [CaseEffect], from before: Case, at now: Instant) -> String? {
    if isOpen != (nextStepAt != nil) { return "an open case has a next step, no other has one" }
    if let nextStepAt, nextStepAt > now.adding(seconds: 300) { return "too late a next step" }
    if !before.isOpen, self != before { return "a closed case changed" }
    if case .claimed(_, _, let until) = responsibility, isOpen, nextStepAt != until {
      return "a claim without an end"
    }
    if case .claimed = responsibility, effects.contains(where: \.isCall) {
      return "paged after a claim"
    }
    if before.police != nil, police == nil { return "the police were forgotten" }
    return isExercise && police != nil ? "an exercise reached the police" : nil
  }
}
