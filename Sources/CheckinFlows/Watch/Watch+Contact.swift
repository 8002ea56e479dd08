extension Watch {
  /// The attempts of this round.
  var roundAttempts: ArraySlice<ContactAttempt> { attempts.dropFirst(earlierAttempts) }

  /// Orders the next text and call of the round.
  mutating func beginAttempt(at now: Instant, in surroundings: WatchSurroundings)
    -> [WatchEffect]
  {
    let attempt = ContactAttempt(number: attempts.count + 1, plannedAt: now)
    attempts.append(attempt)
    setClock(.contacting(attempt: roundAttempts.count))
    let text = roundAttempts.count == 1 ? PersonText.due(end: end) : .missed
    return [
      .log(.attemptPlanned(attempt.number, by: nil)), .text(text), .call(attempt: attempt.number),
    ]
  }

  /// Goes on after an attempt: the next one, or a human.
  mutating func contactOn(at now: Instant, in surroundings: WatchSurroundings) -> [WatchEffect] {
    guard roundAttempts.count < surroundings.policy.attempts else {
      return contactIsOver(at: now, in: surroundings)
    }
    return beginAttempt(at: now, in: surroundings)
  }

  /// Every attempt has passed: the case opens, or the one that is open is told.
  mutating func contactIsOver(at now: Instant, in surroundings: WatchSurroundings)
    -> [WatchEffect]
  {
    guard clockBeside != nil, let holdingCase else {
      return openHoldingCase(.notReached, at: end, in: surroundings)
    }
    clockBeside = nil
    return [.log(.contactOver), .tellCase(holdingCase.id, .notReached)]
  }

  /// The gap runs from start to start, but never cuts into a call that may still go on. A call
  /// that the provider refused is followed sooner.
  func contactDue(afterAttempt position: Int, in policy: Policy) -> Instant {
    guard let attempt = roundAttempts.last else { return end }
    let isLast = position >= policy.attempts
    guard let endedAt = attempt.endedAt else {
      let wait = isLast ? policy.callLimitSeconds : policy.attemptStepSeconds
      return attempt.plannedAt.adding(seconds: wait)
    }
    guard !isLast else { return endedAt }
    let gap =
      attempt.notConfirmed == .refused ? Policy.shortestGapSeconds : policy.attemptGapSeconds
    return max(endedAt, attempt.plannedAt.adding(seconds: min(gap, policy.attemptGapSeconds)))
  }

  /// Takes what the provider told, and moves on at once when the call was the last or came late.
  mutating func note(
    _ fact: AttemptFact, ofAttempt number: Int, at now: Instant,
    in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    let effects = record(fact, ofAttempt: number, at: now)
    guard case .contacting(let position) = clock, number == attempts.last?.number,
      attempts.last?.isOver == true, holdingCase?.isClaimed != true
    else { return effects }
    guard now >= contactDue(afterAttempt: position, in: surroundings.policy) else {
      return effects
    }
    return effects + contactOn(at: now, in: surroundings)
  }

  /// Writes the fact down; the first of each sort stays.
  mutating func record(_ fact: AttemptFact, ofAttempt number: Int, at now: Instant)
    -> [WatchEffect]
  {
    guard let index = attempts.firstIndex(where: { $0.number == number }) else {
      return refuse(.noSuchAttempt(number))
    }
    switch fact {
    case .placed:
      guard attempts[index].placedAt == nil else { return [] }
      attempts[index].placedAt = now
      return [.log(.attemptPlaced(number))]
    case .rang:
      guard attempts[index].rang == .unknown else { return [] }
      attempts[index].rang = .at(now)
      return [.log(.attemptRang(number))]
    case .pickedUp:
      guard attempts[index].pickedUpAt == nil else { return [] }
      attempts[index].pickedUpAt = now
      return [.log(.attemptPickedUp(number))]
    case .ended(let reason):
      return endAttempt(at: index, reason, at: now)
    }
  }

  private mutating func endAttempt(
    at index: Int, _ reason: NotConfirmedReason, at now: Instant
  ) -> [WatchEffect] {
    guard attempts[index].endedAt == nil else { return [] }
    let number = attempts[index].number
    // Whoever cannot say whether the call was placed cannot say that it is over.
    if reason != .unknown { attempts[index].endedAt = now }
    guard attempts[index].confirmedAt == nil else { return [] }
    let kept = attempts[index].notConfirmed == .wrongCode ? .wrongCode : reason
    attempts[index].notConfirmed = kept
    return [.log(.attemptNotConfirmed(number, kept))]
  }

  mutating func endCurrentAttempt(_ reason: NotConfirmedReason, at now: Instant) -> [WatchEffect] {
    guard let index = attempts.indices.last, index >= earlierAttempts else { return [] }
    return endAttempt(at: index, reason, at: now)
  }

  /// A key or code came in the call of this attempt.
  mutating func confirmAttempt(_ deed: Deed, at now: Instant) -> [WatchEffect] {
    guard case .ourCall(let number) = deed,
      let index = attempts.firstIndex(where: { $0.number == number }),
      attempts[index].confirmedAt == nil
    else { return [] }
    attempts[index].confirmedAt = now
    attempts[index].notConfirmed = nil
    return [.log(.attemptConfirmed(number))]
  }
}
