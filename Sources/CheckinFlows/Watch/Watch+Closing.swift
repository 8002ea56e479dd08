extension Watch {
  /// The person says that all is well.
  mutating func close(
    _ deed: Deed, code: CodeVerdict?, at now: Instant, in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    switch code {
    case .duress:
      return duress(
        lookingLike: .close(deed, code: .right), deed, at: now, in: surroundings)
    case .wrong:
      return wrongCode(deed, at: now, in: surroundings)
    case .right, nil:
      break
    }
    if isOld(deed) { return hearOldText(at: now, in: surroundings) }
    if let holdingCase {
      return signOfLife(deed, withCode: code == .right, to: holdingCase, at: now)
    }
    guard code == .right || !surroundings.needsCode else { return askForCode(deed) }
    if code == nil, mustComeTwice(deed, at: now, in: surroundings.policy) {
      closingAskedAgainAt = now
      return [.log(.closingAskedAgain), .text(.okAgain(end: end))]
    }
    return confirmAttempt(deed, at: now)
      + finish(deed, withCode: code == .right, at: now, in: surroundings)
  }

  /// People answer receipts with "ok": so soon after one of ours, and so long before the end, a
  /// closing text counts only when it comes twice. Keys are not answers to receipts.
  private func mustComeTwice(_ deed: Deed, at now: Instant, in policy: Policy) -> Bool {
    guard deed.isText, closingAskedAgainAt == nil, let latestReceiptAt else { return false }
    let isSoonAfter = now.seconds(since: latestReceiptAt) <= Policy.receiptAnswerSeconds
    return isSoonAfter && end.seconds(since: now) > policy.reminderSeconds
  }

  private mutating func finish(
    _ deed: Deed, withCode: Bool, at now: Instant, in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    guard laterLegs.isEmpty else { return armNextLeg(at: now, in: surroundings.policy) }
    phase = .closed(.safe, at: now)
    return [
      .log(.closedByPerson(.safe, deed, withCode: withCode)), .text(.closed(at: now)),
      .tellAfterwards(afterAlarm: false),
    ]
  }

  /// An OK after the alarm has gone on: shown to the operator, not obeyed. Calls that the clock
  /// still makes beside the case end, since the person has been heard after the end.
  private mutating func signOfLife(
    _ deed: Deed, withCode: Bool, to held: HoldingCase, at now: Instant
  ) -> [WatchEffect] {
    var effects = confirmAttempt(deed, at: now)
    signOfLifeAt = now
    if clockBeside != nil, now >= end { clockBeside = nil }
    effects.append(.log(.signOfLife(withCode: withCode)))
    effects.append(.tellCase(held.id, .signOfLife(withCode: withCode)))
    if !isSilent { effects.append(.text(.closedLate(at: now))) }
    return effects
  }

  private func askForCode(_ deed: Deed) -> [WatchEffect] {
    [.log(.codeMissing)] + (deed.isText ? [.text(.needCode(end: end))] : [])
  }

  /// Wrong codes are counted over texts and calls; the first is unclear, the third is grave.
  private mutating func wrongCode(
    _ deed: Deed, at now: Instant, in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    wrongCodes += 1
    markWrongCode(deed)
    var effects: [WatchEffect] = [.log(.wrongCode(count: wrongCodes))]
    if deed.isText, !isSilent { effects.append(.text(.wrongCode(end: end))) }
    let isGrave = wrongCodes >= surroundings.policy.wrongCodes
    return effects
      + tellOperators(
        .wrongCode(count: wrongCodes), priority: isGrave ? 1 : nil, at: now, in: surroundings)
  }

  private mutating func markWrongCode(_ deed: Deed) {
    guard case .ourCall(let number) = deed,
      let index = attempts.firstIndex(where: { $0.number == number })
    else { return }
    attempts[index].notConfirmed = .wrongCode
  }

  /// A text that the provider got before this leg was armed. Providers tell whole seconds.
  func isOld(_ deed: Deed) -> Bool {
    guard case .text(let sentAt?) = deed else { return false }
    return sentAt.milliseconds < armedAt.milliseconds / 1000 * 1000
  }

  mutating func hearOldText(at now: Instant, in surroundings: WatchSurroundings)
    -> [WatchEffect]
  {
    let reply: [WatchEffect] =
      isSilent ? [] : [.text(holdingCase == nil ? .note(end: end) : .caseOpen)]
    return [.log(.oldText)] + tellOperators(.oldText, at: now, in: surroundings) + reply
  }
}
