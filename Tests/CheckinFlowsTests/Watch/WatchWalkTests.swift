import CheckinFlows
import Testing

/// Long random lives, the same for every run of a seed.
@Suite struct WatchWalkTests {
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func tenThousandRandomEventsNeverBreakTheContract(_ seed: UInt64) {
    var dice = Dice(seed: seed)
    var watch = WatchSamples.armed()
    var now = WatchSamples.start
    let events = WatchSamples.everyEvent
    for step in 0..<10_000 {
      let isDeadline = dice.roll(3) == 0
      if isDeadline, let due = watch.dueAt { now = max(now, due) }
      now = now.adding(seconds: dice.roll(120))
      let before = watch
      let event = isDeadline ? WatchEvent.deadlinePassed : events[dice.roll(events.count)]
      let effects = watch.apply(
        event, at: now, in: WatchSamples.surroundings(newCase: Int64(1000 + step)))
      #expect(watch.contractBreach(after: effects, from: before) == nil, "\(step), \(event)")
      if !watch.isLive || dice.roll(40) == 0 {
        watch = WatchSamples.armed()
        now = WatchSamples.start
      }
    }
  }

  /// Whatever the telephone network does, a case is open within the policy's bound.
  @Test(arguments: [11, 12, 13, 14, 15, 16, 17, 18] as [UInt64])
  func silenceReachesACaseInBoundedTime(_ seed: UInt64) {
    var dice = Dice(seed: seed)
    for _ in 0..<500 {
      var policy = Policy()
      policy.attempts = 2 + dice.roll(4)
      policy.attemptGapSeconds = 60 + dice.roll(200)
      policy.graceSeconds = dice.roll(600)
      #expect(openingTime(policy, &dice) <= policy.contactBoundSeconds)
    }
  }

  /// Seconds from the end and grace until the case is ordered.
  private func openingTime(_ policy: Policy, _ dice: inout Dice) -> Int {
    let surroundings = WatchSurroundings(
      policy: policy, hasCode: false, newCase: CaseID(rawValue: 7))
    let start = WatchSamples.start
    var watch = Watch.start(WatchSamples.order(), at: start, in: policy).watch
    var now = start
    while watch.holdingCase == nil {
      guard let due = watch.dueAt else { return .max }
      let facts: [AttemptFact] = [
        .placed, .rang, .pickedUp, .ended(.busy), .ended(.unknown), .ended(.refused),
      ]
      if let attempt = watch.attempts.last, dice.roll(2) == 0 {
        now = min(due, now.adding(seconds: dice.roll(60)))
        _ = watch.apply(
          .attempt(attempt.number, facts[dice.roll(facts.count)]), at: now, in: surroundings)
      } else {
        now = due
        _ = watch.apply(.deadlinePassed, at: now, in: surroundings)
      }
    }
    return now.seconds(since: watch.end.adding(seconds: policy.graceSeconds))
  }
}

/// SplitMix64: small, and the same on every machine.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
  }
}
