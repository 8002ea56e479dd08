extension Watch {
  /// What an operator does to the live watch itself.
  mutating func act(
    _ action: WatchAction, by actor: Actor, at now: Instant, in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    switch action {
    case .arm:
      return refuse(.alreadyArmed)
    case .close(let outcome, let reason):
      return close(outcome, reason: reason, by: actor, at: now)
    case .extend(let newEnd, let reason):
      return extend(to: newEnd, reason: reason, by: actor, at: now, in: surroundings)
    case .furtherAttempt(let number):
      return orderAttempt(to: number, by: actor, at: now, in: surroundings.policy)
    case .edit(let activity, let note, let number):
      return edit(activity: activity, note: note, number: number, by: actor)
    }
  }

  private mutating func close(
    _ outcome: WatchOutcome, reason: String, by actor: Actor, at now: Instant
  ) -> [WatchEffect] {
    if let holdingCase { return refuse(.heldByCase(holdingCase.id)) }
    guard outcome != .handedOver else { return refuse(.outcomeNotAllowed(outcome)) }
    guard !reason.isBlank else { return refuse(.reasonMissing) }
    phase = .closed(outcome, at: now)
    return [
      .log(.closedByOperator(outcome, actor, reason: reason)), .text(.byOperator(at: now)),
      .tellAfterwards(afterAlarm: false),
    ]
  }

  private mutating func extend(
    to newEnd: Instant, reason: String, by actor: Actor, at now: Instant,
    in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    if let holdingCase { return refuse(.heldByCase(holdingCase.id)) }
    guard newEnd > now else { return refuse(.endNotInFuture) }
    guard !reason.isBlank else { return refuse(.reasonMissing) }
    let old = end
    end = newEnd
    latestReceiptAt = now
    beginRound(at: now, in: surroundings.policy)
    let receipt = newEnd < old ? PersonText.earlier(end: newEnd) : .extended(end: newEnd)
    return [
      .log(.extendedByOperator(from: old, to: newEnd, actor, reason: reason)), .text(receipt),
    ]
  }

  private mutating func orderAttempt(
    to otherNumber: PhoneNumber?, by actor: Actor, at now: Instant, in policy: Policy
  ) -> [WatchEffect] {
    guard phase == .awaitingOperator, clockBeside == nil else {
      return refuse(.notAwaitingOperator)
    }
    guard !isSilent else { return refuse(.phoneMustStaySilent) }
    if let last = attempts.last, runs(last, at: now, in: policy) {
      return refuse(.attemptRuns(last.number))
    }
    let attempt = ContactAttempt(
      number: attempts.count + 1, plannedAt: now, otherNumber: otherNumber, orderedBy: actor)
    attempts.append(attempt)
    return [
      .log(.attemptPlanned(attempt.number, by: actor)), .text(.missed),
      .call(attempt: attempt.number),
    ]
  }

  mutating func edit(
    activity: Activity, note: String, number: PhoneNumber, by actor: Actor
  ) -> [WatchEffect] {
    self.activity = activity
    self.note = note
    self.number = number
    return [.log(.edited(actor))]
  }
}

extension String {
  /// Nothing that a person could read.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
