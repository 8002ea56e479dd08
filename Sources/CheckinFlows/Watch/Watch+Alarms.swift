extension Watch {
  /// Nothing may start towards the phone, and the person's side looks as if no watch were live.
  public var isSilent: Bool { holdingCase?.kind.isSilent ?? false }

  /// A cry for help: operators at once, and no contact sequence.
  mutating func help(
    silent: Bool, _ deed: Deed, at now: Instant, in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    let isAnswered = deed.isText && !silent && !isSilent && surroundings.answersHelp
    let reply: [WatchEffect] = isAnswered ? [.text(.help(at: now))] : []
    return confirmAttempt(deed, at: now) + [.log(.helpAsked(silent: silent, deed))]
      + hold(
        silent ? .silentSOS : .sos, orTell: .helpAgain(silent: silent), at: now, in: surroundings)
      + reply
  }

  /// The duress code. The person's texts come of the look-alike itself, applied to a copy, so that
  /// they cannot differ from what the right code would have got.
  mutating func duress(
    lookingLike event: WatchEvent, _ deed: Deed, at now: Instant,
    in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    let texts = textsOf(event, at: now, in: surroundings)
    return confirmAttempt(deed, at: now) + [.log(.duressCode(deed))]
      + hold(.duress, orTell: .duressCode, at: now, in: surroundings) + texts
  }

  private func textsOf(
    _ event: WatchEvent, at now: Instant, in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    if case .duress = event { return [] }
    if case .close(_, .duress) = event { return [] }
    var copy = self
    return copy.apply(event, at: now, in: surroundings).filter { effect in
      guard case .text(let text) = effect else { return false }
      if case .help = text { return false }
      return true
    }
  }

  /// Words of danger page everybody at once, and the clock goes on beside the case.
  mutating func dangerWords(
    _ words: String, at now: Instant, in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    if let holdingCase {
      let reply: [WatchEffect] = isSilent ? [] : [.text(.caseOpen)]
      return [.log(.dangerWords), .tellCase(holdingCase.id, .dangerWords(words))] + reply
    }
    let (clockNow, reminder) = (phase, reminderAt)
    let opened = openHoldingCase(.dangerWords, at: now, in: surroundings, words: words)
    clockBeside = clockNow
    reminderAt = reminder
    return [.log(.dangerWords)] + opened + [.text(.note(end: end))]
  }

  /// A cry for help where nothing is promised, before the watch or after it: a case of its own,
  /// and the watch stays as it is.
  func raiseAlone(_ kind: CaseKind, at now: Instant, in surroundings: WatchSurroundings)
    -> [WatchEffect]
  {
    var order = caseOrder(surroundings.newCase, kind, at: now)
    order.watch = nil
    order.callbackNumber = number
    return [.openCase(order), .log(.caseBeside(order.id, kind))]
  }

  /// Opens the holding case, or makes the open one graver, or tells it.
  private mutating func hold(
    _ kind: CaseKind, orTell news: CaseNews, at now: Instant,
    in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    guard let held = holdingCase else {
      return openHoldingCase(kind, at: now, in: surroundings)
    }
    guard kind.isGraver(than: held.kind) else { return [.tellCase(held.id, news)] }
    holdingCase?.kind = kind
    clockBeside = nil
    return [
      .log(.caseUpgraded(held.id, kind)), .tellCase(held.id, news),
      .upgradeCase(held.id, to: kind),
    ]
  }
}
