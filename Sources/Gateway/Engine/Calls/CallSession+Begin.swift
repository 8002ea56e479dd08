import CheckinFlows

/// Calls that we placed: what they say first is decided when somebody picks up, not when they
/// were ordered.
extension CallSession {
  mutating func begin(_ turn: InboundTurn) throws -> Dialogue {
    call.pickedUpAt = call.pickedUpAt ?? now
    if call.providerID == nil, !turn.providerID.isEmpty { call.providerID = turn.providerID }
    try transaction.save(call)
    try tellPlaced(turn)
    switch call.purpose {
    case .check(let id, let attempt): return try beginCheck(id, attempt: attempt)
    case .page(let id, let operatorID): return try beginPage(id, operatorID)
    case .bridge(let id, let operatorID, let number):
      return try beginBridge(id, operatorID, to: number)
    case .outside: return try beginOutside()
    // The row of an incoming call is written together with its dialogue.
    case .incoming: return nothingToSay()
    }
  }

  /// A call that somebody picks up was surely placed, whatever its request came to.
  private func tellPlaced(_ turn: InboundTurn) throws {
    if let item = try transaction.item(ref: call.ref) {
      try flows.accept(item, providerID: turn.providerID, in: transaction, at: now)
    }
    try log("call.picked-up")
  }

  private func beginCheck(_ id: WatchID, attempt: Int) throws -> Dialogue {
    guard let watch = try transaction.watch(id)?.flow else { return nothingToSay() }
    try flows.apply(
      .attempt(attempt, .pickedUp), to: id, cause: FlowCause(.provider(call.provider)),
      in: transaction, at: now)
    let policy = try policy(watch.policy)
    let isLast = attempt - watch.earlierAttempts >= policy.attempts || watch.holdingCase != nil
    return Dialogue(
      .checkCall(isLast: isLast, needsCode: try needsCode(watch.person, policy)),
      language: watch.language, answerLimitSeconds: policy.answerLimitSeconds)
  }

  private func beginPage(_ id: CaseID, _ operatorID: OperatorID) throws -> Dialogue {
    guard let row = try transaction.case(id)?.flow,
      let paged = try transaction.operator(operatorID)
    else { return nothingToSay() }
    return Dialogue(
      .page(
        kind: row.kind, priority: row.priority, concernedAt: row.concernedAt,
        needsCode: paged.codeHash != nil),
      language: paged.language,
      answerLimitSeconds: try policy(row.policy).answerLimitSeconds)
  }

  private func beginBridge(
    _ id: CaseID, _ operatorID: OperatorID, to number: PhoneNumber
  ) throws -> Dialogue {
    guard let row = try transaction.case(id)?.flow,
      let talker = try transaction.operator(operatorID)
    else { return nothingToSay() }
    let isSilent = try flows.bridgeNeedsConfirmation(row, to: number, in: transaction)
    try flows.note(.pickedUp, of: call.purpose, in: transaction, at: now)
    return Dialogue(
      .bridgeOperator(caseReference: row.id.reference, isSilentAlarm: isSilent),
      language: talker.language, answerLimitSeconds: try policy(row.policy).answerLimitSeconds)
  }

  /// Words in the language of whoever has this number, where we know them.
  private func beginOutside() throws -> Dialogue {
    let number = try transaction.item(ref: call.ref)?.to
    let known = try number.flatMap { try transaction.operators(withNumber: $0).first }
    return Dialogue(
      .outsidePage(centre: flows.configuration.texts.phoneNumber),
      language: known?.language ?? desk.configuration.language)
  }

  private func nothingToSay() -> Dialogue {
    Dialogue(.alreadyReceived, language: desk.configuration.language)
  }

  func policy(_ id: PolicyID) throws -> Policy {
    guard let policy = try transaction.policy(id) else { throw FlowFailure.noSuchPolicy(id) }
    return policy
  }

  func needsCode(_ person: PersonID, _ policy: Policy) throws -> Bool {
    policy.asksForCode(try transaction.person(person))
  }

  // MARK: Whether the call still has a reason

  /// Why the next question is not put; read anew from the store at every turn.
  func reasonToEnd(isBeginning: Bool) throws -> EarlyEnd? {
    switch call.purpose {
    case .check(let id, let attempt):
      guard let watch = try transaction.watch(id)?.flow else { return .alreadyReceived }
      let isWanted = isBeginning ? watch.waits(forAttempt: attempt) : seen(watch).looksLiveToPerson
      return isWanted ? nil : .alreadyReceived
    case .page(let id, _), .outside(let id):
      return try transaction.case(id)?.flow.reasonNotToTake
    case .bridge(let id, _, _):
      let isOpen = try transaction.case(id)?.flow.isOpen ?? false
      return isOpen ? nil : .alreadyReceived
    case .incoming(_, _, let operatorID):
      if operatorID != nil {
        return try caseID.flatMap { try transaction.case($0)?.flow.reasonNotToTake }
      }
      guard let id = call.watch, let watch = try transaction.watch(id)?.flow else { return nil }
      return seen(watch).looksLiveToPerson ? nil : .alreadyReceived
    }
  }

  /// The watch as the person must believe it to be.
  func seen(_ watch: Watch) -> Watch { call.lookAlike ?? watch }
}

extension Policy {
  /// Whether a closing of this person's asks for a code.
  func asksForCode(_ person: PersonRow?) -> Bool {
    switch requireCode {
    case .never: false
    case .ifSet: person?.codeHash != nil
    case .always: true
    }
  }
}

extension Watch {
  /// Whether a call of this attempt that is picked up now still has something to ask. After an
  /// alarm that is no secret a late key is still a sign of life.
  func waits(forAttempt number: Int) -> Bool {
    guard looksLiveToPerson, number > earlierAttempts else { return false }
    switch phase {
    case .contacting, .awaitingOperator: return true
    case .draft, .armed, .reminded, .overdue, .closed: return false
    }
  }
}

extension Case {
  /// Why nobody can take it now.
  var reasonNotToTake: EarlyEnd? {
    if case .closed(_, _, let at) = phase { return .pageTakenBefore(at: at) }
    switch responsibility {
    case .claimed(_, let since, _): return .pageTakenBefore(at: since)
    case .unclaimed: return nil
    }
  }
}
