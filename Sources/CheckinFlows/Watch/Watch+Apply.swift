extension Watch {
  /// Takes one event and says what is to be done. The only way a live watch changes.
  ///
  /// The same event at the same time in the same surroundings always gives the same answer.
  public mutating func apply(
    _ event: WatchEvent, at now: Instant, in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    let effects: [WatchEffect]
    switch phase {
    case .draft:
      effects = applyToDraft(event, at: now, in: surroundings)
    case .closed:
      effects = applyToClosed(event, at: now, in: surroundings)
    case .armed, .reminded, .overdue, .contacting, .awaitingOperator:
      effects = applyToLive(event, at: now, in: surroundings)
    }
    settleNextStep(in: surroundings.policy)
    return effects
  }

  private mutating func applyToLive(
    _ event: WatchEvent, at now: Instant, in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    switch event {
    case .deadlinePassed:
      return wake(at: now, in: surroundings)
    case .close(let deed, let code):
      return close(deed, code: code, at: now, in: surroundings)
    case .extend(let minutes, let deed):
      return extend(minutes: minutes, deed, at: now, in: surroundings)
    case .set(let newEnd, let deed):
      return set(end: newEnd, deed, at: now, in: surroundings)
    case .help(let silent, let deed):
      return help(silent: silent, deed, at: now, in: surroundings)
    case .duress(let lookingLike, let deed):
      return duress(lookingLike: lookingLike, deed, at: now, in: surroundings)
    case .dangerWords(let words):
      return dangerWords(words, at: now, in: surroundings)
    case .callMe(let deed):
      return callMe(deed, at: now, in: surroundings)
    case .message(let message, let answered):
      return hear(message, answered: answered, at: now, in: surroundings)
    case .attempt(let number, let fact):
      return note(fact, ofAttempt: number, at: now, in: surroundings)
    case .textFailed(let text):
      return lose(text, at: now, in: surroundings)
    case .byOperator(let action, let actor):
      return act(action, by: actor, at: now, in: surroundings)
    case .ofCase(let id, let fact):
      return hear(fact, of: id, at: now, in: surroundings)
    case .foundLongOverdue(let id):
      guard isLongOverdue(at: now) else { return [] }
      return awaitOperator(in: HoldingCase(id: id, kind: .fault))
    }
  }

  /// A closed watch only goes on learning how its last calls ended. A cry for help that comes too
  /// late for it is heard all the same.
  private mutating func applyToClosed(
    _ event: WatchEvent, at now: Instant, in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    switch event {
    case .attempt(let number, let fact):
      return record(fact, ofAttempt: number, at: now)
    case .byOperator:
      return refuse(.alreadyClosed)
    case .ofCase(let id, .closed):
      return forgetBesideCase(id)
    case .textFailed(let text):
      return [.log(.textLost(kind: text.name))]
    case .deadlinePassed, .foundLongOverdue, .ofCase:
      return []
    case .help, .duress, .dangerWords, .close(_, .duress):
      return raiseAlone(event.alarmKind, at: now, in: surroundings)
    case .close, .extend, .set, .callMe, .message:
      return refuse(.alreadyClosed)
    }
  }

  private mutating func applyToDraft(
    _ event: WatchEvent, at now: Instant, in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    switch event {
    case .byOperator(.arm, _):
      guard end > now else { return refuse(.endNotInFuture) }
      return arm(.opened(end: end), at: now, in: surroundings.policy)
    case .byOperator(.edit(let activity, let note, let number), let actor):
      return edit(activity: activity, note: note, number: number, by: actor)
    case .byOperator(.close(let outcome, let reason), let actor):
      guard outcome == .cancelled else { return refuse(.outcomeNotAllowed(outcome)) }
      guard !reason.isBlank else { return refuse(.reasonMissing) }
      phase = .closed(.cancelled, at: now)
      return [.log(.closedByOperator(.cancelled, actor, reason: reason))]
    case .byOperator(.extend(let newEnd, let reason), let actor):
      guard newEnd > now else { return refuse(.endNotInFuture) }
      let old = end
      end = newEnd
      return [.log(.extendedByOperator(from: old, to: newEnd, actor, reason: reason))]
    case .deadlinePassed, .foundLongOverdue, .ofCase, .textFailed:
      return []
    case .help, .duress, .dangerWords, .close(_, .duress):
      return raiseAlone(event.alarmKind, at: now, in: surroundings)
    case .byOperator(.furtherAttempt, _), .close, .extend, .set, .callMe, .message, .attempt:
      return refuse(.notArmed)
    }
  }

  /// Turns an action down, where it can be read afterwards.
  func refuse(_ refusal: WatchRefusal) -> [WatchEffect] {
    [.refused(refusal), .log(.refused(refusal))]
  }
}
