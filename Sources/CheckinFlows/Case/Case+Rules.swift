extension Case {
  /// Why this action is not allowed as the case stands.
  func refusal(of work: CaseWork, at now: Instant) -> CaseRefusal? {
    switch work {
    case .act, .planInforming:
      return nil
    case .alertPolice(let at, let reference):
      return refusalOfPolice(at: at, reference, now: now)
    case .standDown(let at):
      guard police != nil else { return .policeNotAlerted }
      return isFuture(at, now: now) ? .timeInFuture : nil
    case .inform(let name, let recipient, _):
      let isListed = informing[name].recipients.contains { $0.id == recipient }
      return isListed ? nil : .noSuchRecipient
    case .waiveInforming(_, let reason):
      return reason.isBlank ? .reasonMissing : nil
    case .close(let outcome, let how, let reason):
      return refusalOfClosing(outcome, how, reason: reason)
    case .extendWatch(let end, let reason):
      return refusalOfExtending(end: end, reason: reason, now: now)
    }
  }

  private func refusalOfPolice(at: Instant, _ reference: PoliceReference, now: Instant)
    -> CaseRefusal?
  {
    if isExercise { return .exerciseNeverReachesPolice }
    if isFuture(at, now: now) { return .timeInFuture }
    switch reference {
    case .noneGiven: return nil
    case .given(let text): return text.isBlank ? .policeReferenceMissing : nil
    }
  }

  /// A clock on the wall may be a minute ahead of ours.
  private func isFuture(_ time: Instant, now: Instant) -> Bool {
    time > now.adding(seconds: 60)
  }

  private func refusalOfClosing(
    _ outcome: CaseOutcome, _ how: EstablishedHow?, reason: String
  ) -> CaseRefusal? {
    if outcome == .exercise, !isExercise { return .outcomeNotAllowed(outcome) }
    if outcome == .needless, police == nil { return .policeNotAlerted }
    if outcome == .safe, police != nil { return .policeWereAlerted }
    if police != nil, let unfinished = informing.unfinished {
      return .informingUnfinished(unfinished)
    }
    guard holdsWatch else { return nil }
    if reason.isBlank { return .reasonMissing }
    let isEstablished = outcome == .safe || outcome == .needless
    return isEstablished && how == nil ? .establishedHowMissing : nil
  }

  private func refusalOfExtending(end: Instant, reason: String, now: Instant) -> CaseRefusal? {
    guard watch != nil, holdsWatch else { return .noWatchToExtend }
    if police != nil { return .policeWereAlerted }
    if end <= now { return .endNotInFuture }
    return reason.isBlank ? .reasonMissing : nil
  }

  // MARK: What the engine asks before it acts

  /// Asked right before a page is sent or dialled: not after a claim, not once closed.
  public func stillWantsPage(to id: OperatorID) -> Bool {
    guard isOpen, responsibility == .unclaimed else { return false }
    return paging.paged.contains { $0.id == id && mayBePaged($0) }
  }

  /// The same for the outside path and the authority.
  public var stillWantsOutside: Bool { isOpen && responsibility == .unclaimed }

  /// A watch waits for this case, by its kind or because it ended too long ago to be rung.
  public var holdsWatch: Bool {
    kind.holdsWatch || faultName == FaultName.longOverdue.rawValue
  }

  public var isOpen: Bool {
    switch phase {
    case .open, .policeAlerted, .informing: true
    case .closed: false
    }
  }

  /// A bridge to this person needs a second confirmation by the operator.
  public var bridgeNeedsConfirmation: Bool { kind.isSilent }
}
