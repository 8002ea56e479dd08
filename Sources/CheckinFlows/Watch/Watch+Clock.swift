extension Watch {
  /// The state that the clock drives: the phase, or what goes on beside a `dangerWords` case.
  var clock: WatchPhase { clockBeside ?? phase }

  mutating func setClock(_ step: WatchPhase) {
    if clockBeside == nil {
      phase = step
    } else {
      clockBeside = step
    }
  }

  /// Derives the one pending next step from the state; called last by everything that changes it.
  mutating func settleNextStep(in policy: Policy) {
    nextStep = dueStep(in: policy)
  }

  private func dueStep(in policy: Policy) -> NextStep? {
    switch phase {
    case .draft, .closed:
      return nil
    case .awaitingOperator:
      guard let holdingCase else { return .at(end) }
      guard clockBeside != nil, !holdingCase.isClaimed else { return .byCase(holdingCase.id) }
      return .at(clockDue(in: policy))
    case .armed, .reminded, .overdue, .contacting:
      return .at(clockDue(in: policy))
    }
  }

  private func clockDue(in policy: Policy) -> Instant {
    switch clock {
    case .armed: reminderAt ?? end
    case .overdue: end.adding(seconds: policy.graceSeconds)
    case .contacting(let attempt): contactDue(afterAttempt: attempt, in: policy)
    case .draft, .reminded, .awaitingOperator, .closed: end
    }
  }

  /// Wakes the watch. Where the gateway slept, the state is worked out anew from the time.
  mutating func wake(at now: Instant, in surroundings: WatchSurroundings) -> [WatchEffect] {
    guard case .at(let due) = nextStep, now >= due else { return [] }
    if clockBeside == nil, isLongOverdue(at: now) {
      return openHoldingCase(
        .fault, at: now, in: surroundings, faultName: FaultName.longOverdue.rawValue)
    }
    if clockBeside == nil, now >= contactOverAt(in: surroundings.policy) {
      return endCurrentAttempt(.timeLimit, at: now) + contactIsOver(at: now, in: surroundings)
    }
    switch clock {
    case .armed:
      return now < end ? remind(at: now) : becomeOverdue(at: now, in: surroundings)
    case .reminded:
      return becomeOverdue(at: now, in: surroundings)
    case .overdue:
      return beginAttempt(at: now, in: surroundings)
    case .contacting:
      return endCurrentAttempt(.timeLimit, at: now) + contactOn(at: now, in: surroundings)
    case .awaitingOperator:
      // A state that nothing leads to: without a case somebody must still be called.
      return openHoldingCase(.notReached, at: now, in: surroundings)
    case .draft, .closed:
      return []
    }
  }

  private mutating func remind(at now: Instant) -> [WatchEffect] {
    setClock(.reminded)
    reminderAt = nil
    let minutesLeft = max(1, (end.seconds(since: now) + 59) / 60)
    return [.log(.reminded), .text(.reminder(end: end, minutesLeft: minutesLeft))]
  }

  private mutating func becomeOverdue(at now: Instant, in surroundings: WatchSurroundings)
    -> [WatchEffect]
  {
    setClock(.overdue)
    reminderAt = nil
    let effects = [WatchEffect.log(.becameOverdue)]
    guard now >= end.adding(seconds: surroundings.policy.graceSeconds) else { return effects }
    return effects + beginAttempt(at: now, in: surroundings)
  }

  /// When every attempt should be over, had the gateway never slept.
  public func contactOverAt(in policy: Policy) -> Instant {
    end.adding(seconds: policy.graceSeconds + policy.contactSeconds)
  }

  /// Ended more than 24 hours ago without anybody having been called: a fault of ours.
  public func isLongOverdue(at now: Instant) -> Bool {
    switch phase {
    case .armed, .reminded, .overdue, .contacting: now > end.adding(seconds: 24 * 3600)
    case .draft, .awaitingOperator, .closed: false
    }
  }
}
