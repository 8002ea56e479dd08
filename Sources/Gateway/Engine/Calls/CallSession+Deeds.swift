import CheckinFlows

/// From what was pressed to the machines, and back to what may be heard.
extension CallSession {
  mutating func carryOut(_ deed: CallDeed) throws -> DeedResult {
    try log(deed)
    switch deed {
    case .allWell: return try close(code: nil)
    case .code(let digits): return try close(code: try verdict(on: digits))
    case .extendFirst, .extendHour: return try extend()
    case .help: return try raiseAlarm()
    case .operatorWanted: return try wantOperator()
    case .operatorNotReached: return try pageForOperator()
    case .callBack(let typedDigits): return try ringBack(typedDigits: typedDigits)
    case .noReply(let reason): return try hearNothing(reason)
    case .takePage: return try takeCase()
    case .takePageWithCode(let digits): return try takeCase(code: digits)
    case .passOnPage: return try passOn()
    case .talk: return try talk()
    }
  }

  // MARK: All is well

  /// The machine hears what came; the person hears what the right code would have done. So right,
  /// duress and last wrong code cannot sound different.
  private mutating func close(code: CodeVerdict?) throws -> DeedResult {
    guard let watch = try liveWatch() else { return try closeWithoutWatch(code: code) }
    let before = seen(watch)
    let after = try believed(
      before, after: .close(deed, code: code == nil ? nil : .right), policyID: watch.policy)
    try apply(.close(deed, code: code), to: watch.id)
    if code == .wrong, try !isLastWrongCode(of: watch.id) { return .wrongCode }
    if code == .duress || code == .wrong || call.lookAlike != nil { call.lookAlike = after }
    return Self.heard(ofClosing: before, after)
  }

  private static func heard(ofClosing before: Watch, _ after: Watch) -> DeedResult {
    guard before.looksLiveToPerson else { return .alreadyReceived }
    guard before.holdingCase == nil else { return .signOfLifeNoted }
    guard after.isLive else { return .thanked }
    // The next leg has begun; or a code was set under the call, and is asked for now.
    return after.laterLegs.count < before.laterLegs.count ? .extended(to: after.end) : .wrongCode
  }

  private func isLastWrongCode(of id: WatchID) throws -> Bool {
    guard let watch = try transaction.watch(id)?.flow else { return false }
    return watch.wrongCodes >= (try policy(watch.policy).wrongCodes)
  }

  private func verdict(on digits: String) throws -> CodeVerdict {
    guard let id = try personID(), let person = try transaction.person(id) else { return .wrong }
    return desk.core.codes.verdict(on: digits, for: person)
  }

  /// The half hour of the second 2 runs from the end that the first one set.
  private mutating func extend() throws -> DeedResult {
    guard let watch = try liveWatch() else { return .alreadyReceived }
    let event = WatchEvent.extend(minutes: Self.extensionMinutes, deed)
    let before = seen(watch)
    let after = try believed(before, after: event, policyID: watch.policy)
    try apply(event, to: watch.id)
    if call.lookAlike != nil { call.lookAlike = after }
    guard before.looksLiveToPerson else { return .alreadyReceived }
    guard before.holdingCase == nil else { return .heldByCase }
    return after.end == before.end
      ? .extensionRefused(end: after.end) : .extended(to: after.end)
  }

  private static let extensionMinutes = 30

  private func hearNothing(_ reason: NotConfirmedReason) throws -> DeedResult {
    if case .check(let id, let attempt) = call.purpose {
      try apply(.attempt(attempt, .ended(reason)), to: id)
    }
    return .noted
  }

  // MARK: The machines

  func apply(_ event: WatchEvent, to id: WatchID) throws {
    try flows.apply(event, to: id, cause: try cause(), in: transaction, at: now)
  }

  @discardableResult
  func apply(_ event: CaseEvent, to id: CaseID) throws -> FlowResult {
    try flows.apply(event, to: id, cause: try cause(), in: transaction, at: now)
  }

  /// A copy of the watch after the event; nothing is stored and nobody is told.
  private func believed(
    _ watch: Watch, after event: WatchEvent, policyID: PolicyID
  ) throws -> Watch {
    var copy = watch
    let person = try transaction.person(watch.person)
    let surroundings = WatchSurroundings(
      policy: try policy(policyID), hasCode: person?.codeHash != nil,
      newCase: CaseID(rawValue: 0))
    _ = copy.apply(event, at: now, in: surroundings)
    return copy
  }
}
