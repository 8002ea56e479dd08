import CheckinFlows

/// One call at one moment, within one transaction. Never leaves the closure it is made in.
struct CallSession {
  let desk: TelephoneDesk
  let transaction: any StoreTransaction
  let now: Instant
  var call: CallRow

  init(
    _ desk: TelephoneDesk, _ call: CallRow, in transaction: any StoreTransaction, at now: Instant
  ) {
    self.desk = desk
    self.call = call
    self.transaction = transaction
    self.now = now
  }

  var flows: FlowRunner { desk.core.flows }

  /// Hears a turn, does what it asks for, and stores both. A repeated turn gets what it got.
  mutating func hear(_ turn: InboundTurn) throws -> CallAnswer {
    var dialogue = try dialogue(for: turn)
    // Nothing has been said yet: whatever the address says, the call begins here.
    let isBeginning = dialogue.turn == 0
    let number = isBeginning ? 0 : turn.turn
    let input = isBeginning ? CallInput.begin : turn.input
    let step = try step(after: input, of: number, in: &dialogue)
    try store(dialogue, step)
    return CallAnswer(
      step: step, ref: call.ref, nextTurn: min(number + 1, dialogue.turn), dialogue: dialogue)
  }

  private mutating func step(
    after input: CallInput, of turn: Int, in dialogue: inout Dialogue
  ) throws -> VoiceStep {
    let isNew = turn == dialogue.turn
    let zone = desk.core.zone.timeZone
    if isNew { try noteJoining(input) }
    switch dialogue.hear(input, turn: turn, at: now, zone: zone) {
    case .say(let given):
      return isNew ? try unlessOver(given, of: turn, in: &dialogue) : given
    case .act(let deed):
      return dialogue.resume(with: try carryOut(deed), at: now, zone: zone)
    }
  }

  /// One that we placed gets its purpose only now.
  private mutating func dialogue(for turn: InboundTurn) throws -> Dialogue {
    if let dialogue = call.dialogue { return dialogue }
    return try begin(turn)
  }

  /// A question, or the first word, is not said any more when its reason has gone away under the call.
  private func unlessOver(
    _ step: VoiceStep, of turn: Int, in dialogue: inout Dialogue
  ) throws -> VoiceStep {
    let isFirst = turn == 0
    guard step.isQuestion || isFirst, let reason = try reasonToEnd(isBeginning: isFirst) else {
      return step
    }
    return dialogue.end(because: reason, turn: turn, at: now, zone: desk.core.zone.timeZone)
  }

  private mutating func store(_ dialogue: Dialogue, _ step: VoiceStep) throws {
    call.dialogue = dialogue
    call.turn = dialogue.turn
    call.latestStep = step
    try transaction.save(call)
    guard case .connect = step, call.endedAt == nil else { return }
    try transaction.setDeadline(
      now.adding(seconds: Self.longestTalkSeconds), for: call.ref)
  }

  /// Two people who have been joined may talk this long before the call counts as forgotten.
  private static let longestTalkSeconds = 4 * 3600

  // MARK: Who it is about

  /// The watch that this call's keys mean.
  var watchID: WatchID? {
    switch call.purpose {
    case .check(let id, _): id
    case .incoming: call.watch
    case .page, .bridge, .outside: nil
    }
  }

  var caseID: CaseID? {
    switch call.purpose {
    case .page(let id, _), .bridge(let id, _, _), .outside(let id): id
    case .incoming: call.caseID
    case .check: nil
    }
  }

  var operatorID: OperatorID? {
    switch call.purpose {
    case .page(_, let id), .bridge(_, let id, _): id
    case .incoming(_, _, let id): id
    case .check, .outside: nil
    }
  }

  /// Live, and the one that this call is about.
  func liveWatch() throws -> Watch? {
    guard let id = watchID, let watch = try transaction.watch(id)?.flow, watch.isLive else {
      return nil
    }
    return watch
  }

  func personID() throws -> PersonID? {
    if case .incoming(_, let person, _) = call.purpose { return person }
    return try watchID.flatMap { try transaction.watch($0)?.flow.person }
  }

  /// How the person's keys came.
  var deed: Deed {
    switch call.purpose {
    case .check(_, let attempt): .ourCall(attempt: attempt)
    case .incoming, .page, .bridge, .outside: .theirCall
    }
  }

  func cause() throws -> FlowCause {
    if let operatorID { return FlowCause(.operator(operatorID)) }
    return FlowCause(try personID().map(LogActor.person) ?? .provider(call.provider))
  }
}
