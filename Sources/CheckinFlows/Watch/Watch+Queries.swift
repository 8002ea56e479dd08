extension Watch {
  /// A promise that holds now: neither a draft nor closed.
  public var isLive: Bool {
    switch phase {
    case .draft, .closed: false
    case .armed, .reminded, .overdue, .contacting, .awaitingOperator: true
    }
  }

  /// Whether the person's side shows a live watch: menus, replies, and what a text may mean.
  public var looksLiveToPerson: Bool { isLive && !isSilent }

  /// Asked right before a call to the person is placed.
  ///
  /// - Parameter number: the attempt the call was ordered for.
  public func stillWantsCall(attempt number: Int, at now: Instant, in policy: Policy) -> Bool {
    guard isLive, !isSilent, let attempt = attempts.last, attempt.number == number,
      attempt.confirmedAt == nil, runs(attempt, at: now, in: policy)
    else { return false }
    switch clock {
    case .contacting: return holdingCase?.isClaimed != true
    case .awaitingOperator: return attempt.orderedBy != nil
    case .draft, .armed, .reminded, .overdue, .closed: return false
    }
  }

  /// The attempt whose call may be going on.
  public func runningAttempt(at now: Instant, in policy: Policy) -> ContactAttempt? {
    attempts.last.flatMap { runs($0, at: now, in: policy) ? $0 : nil }
  }

  /// Whether a call of this attempt may be going on.
  func runs(_ attempt: ContactAttempt, at now: Instant, in policy: Policy) -> Bool {
    attempt.endedAt == nil && now < attempt.plannedAt.adding(seconds: policy.callLimitSeconds)
  }

  /// Asked right before a text to the person is sent. Replies are always wanted; what the clock
  /// ordered is not, once the state it spoke of has passed.
  public func stillWants(_ text: PersonText, at now: Instant) -> Bool {
    switch text {
    case .reminder(let spokenEnd, _):
      return looksLiveToPerson && holdingCase?.isClaimed != true && clock == .reminded
        && spokenEnd == end && now < end
    case .due(let spokenEnd):
      return wantsContact && spokenEnd == end
    case .missed:
      return wantsContact || (phase == .awaitingOperator && !isSilent && signOfLifeAt == nil)
    case .help, .outage:
      return !isSilent
    // The duress code gets what the right one would have got, also while an alarm is open.
    case .caseOpen, .extensionDuringCase:
      return holdingCase?.kind != .silentSOS
    case .started, .opened, .extended, .earlier, .extensionLimit, .nextLeg, .statusOn, .note,
      .ambiguous, .stopKept, .callMe, .okAgain, .wrongCode, .needCode, .closed, .closedLate,
      .byOperator, .statusOff, .unknown, .unknownDanger, .past, .tooSoon, .tooLong, .askTime,
      .askDay, .nothing, .callMeOff, .stranger, .paused, .optOutAsk, .test, .info, .welcome,
      .enrolled, .languageChanged:
      return true
    }
  }

  private var wantsContact: Bool {
    guard isLive, !isSilent, holdingCase?.isClaimed != true else { return false }
    switch clock {
    case .contacting: return true
    case .draft, .armed, .reminded, .overdue, .awaitingOperator, .closed: return false
    }
  }
}
