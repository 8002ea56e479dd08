import CheckinFlows

extension TelephoneDesk {
  /// One turn, from the request to the words, inside one transaction.
  func take(
    _ turn: InboundTurn, from provider: String, in transaction: any StoreTransaction,
    at now: Instant
  ) throws -> CallAnswer {
    let known = try knownCall(turn, from: provider, in: transaction)
    guard let call = try known ?? newCall(turn, from: provider, in: transaction, at: now) else {
      return try answerOrphan(turn, from: provider, in: transaction, at: now)
    }
    var session = CallSession(self, call, in: transaction, at: now)
    return try session.hear(turn)
  }

  /// By our own name, else by the provider's: the first request of an incoming call has only that.
  private func knownCall(
    _ turn: InboundTurn, from provider: String, in transaction: any StoreTransaction
  ) throws -> CallRow? {
    if let ref = turn.ref { return try transaction.call(ref) }
    guard !turn.providerID.isEmpty else { return nil }
    return try transaction.call(provider: provider, providerID: turn.providerID)
  }

  private func newCall(
    _ turn: InboundTurn, from provider: String, in transaction: any StoreTransaction,
    at now: Instant
  ) throws -> CallRow? {
    guard turn.ref == nil, turn.direction == .incoming else { return nil }
    let caller = try CallerFinder(self, in: transaction).caller(turn.from)
    var call = CallRow(
      ref: core.flows.drawRef(), tenant: caller.tenant, direction: .incoming,
      purpose: .incoming(
        from: caller.number, person: caller.person, operatorID: caller.operatorID),
      provider: provider, providerID: turn.providerID.isEmpty ? nil : turn.providerID,
      dialogue: caller.dialogue, placedAt: now)
    call.pickedUpAt = now
    call.watch = caller.watch
    call.caseID = caller.caseID
    try transaction.save(call)
    try transaction.setDeadline(
      now.adding(seconds: FlowRunner.longestAnswerSeconds), for: call.ref)
    let session = CallSession(self, call, in: transaction, at: now)
    try session.log("call.received", ["known": "\(caller.isKnown)"])
    return call
  }

  /// Nobody knows the call any more: kept to be looked into, and ended with words.
  private func answerOrphan(
    _ turn: InboundTurn, from provider: String, in transaction: any StoreTransaction,
    at now: Instant
  ) throws -> CallAnswer {
    let name = turn.providerID.isEmpty ? turn.ref?.rawValue ?? "" : turn.providerID
    let row = InboundRow(
      provider: provider, key: "call-turn:\(name):\(turn.turn)", receivedAt: now, isOrphan: true)
    if try transaction.insert(row) { core.metrics.count(.inboundOrphans) }
    return CallAnswer(
      step: orphansWords(turn.input), ref: turn.ref ?? core.flows.drawRef(),
      nextTurn: turn.turn + 1)
  }

  /// Whoever pressed something must not believe that it was heard.
  private func orphansWords(_ input: CallInput) -> VoiceStep {
    switch input {
    case .keys:
      Dialogue.notStored(configuration.language, ring: configuration.staffedNumber)
    case .begin, .noInput, .played, .connectEnded:
      Dialogue.nothingToSay(configuration.language)
    }
  }
}
