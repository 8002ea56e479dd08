extension Watch {
  /// Begins a watch: armed with its first text, or a draft that promises nothing yet.
  public static func start(_ order: WatchOrder, at now: Instant, in policy: Policy)
    -> (watch: Watch, effects: [WatchEffect])
  {
    var watch = Watch(order, at: now)
    switch order.origin {
    case .draft:
      return (watch, [.log(.drafted)])
    case .text:
      let effects = watch.arm(.started(end: order.end), at: now, in: policy)
      return (watch, effects)
    case .operator:
      let effects = watch.arm(.opened(end: order.end), at: now, in: policy)
      return (watch, effects)
    }
  }

  /// Makes the promise: from here on the watch always has a next step.
  mutating func arm(_ receipt: PersonText, at now: Instant, in policy: Policy) -> [WatchEffect] {
    armedAt = now
    firstEnd = end
    latestReceiptAt = now
    beginRound(at: now, in: policy)
    settleNextStep(in: policy)
    return [.log(.armed(end: end)), .text(receipt)]
  }

  /// Back to `armed`: a new contact sequence, whose reminder is skipped when its time has passed.
  mutating func beginRound(at now: Instant, in policy: Policy) {
    phase = .armed
    earlierAttempts = attempts.count
    closingAskedAgainAt = nil
    signOfLifeAt = nil
    let reminder = end.adding(seconds: -policy.reminderSeconds)
    reminderAt = policy.reminderSeconds > 0 && reminder > now ? reminder : nil
  }

  /// Moves on to the next leg. One whose end has come too close gets the shortest time there is.
  mutating func armNextLeg(at now: Instant, in policy: Policy) -> [WatchEffect] {
    let leg = laterLegs.removeFirst()
    activity = leg.activity
    note = leg.note
    end = max(leg.end, now.adding(seconds: policy.shortestSeconds))
    firstEnd = end
    armedAt = now
    latestReceiptAt = now
    beginRound(at: now, in: policy)
    return [.log(.legArmed(end: end)), .text(.nextLeg(end: end))]
  }
}
