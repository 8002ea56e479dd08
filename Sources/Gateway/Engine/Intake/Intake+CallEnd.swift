import CheckinFlows

extension Intake {
  /// The end of a call. What it proves of contact is nothing: only a key does.
  func take(
    _ end: InboundCallEnd, from provider: String, in transaction: any StoreTransaction,
    at now: Instant
  ) throws -> Taken {
    let call = try call(end, from: provider, in: transaction)
    let row = InboundRow(
      provider: provider, key: InboundKey.key(of: end), receivedAt: now,
      parked: call == nil ? .callEnded(end) : nil, isOrphan: call == nil)
    guard try transaction.insert(row) else { return .seenBefore }
    guard let call else { return .orphan }
    try apply(end, to: call, in: transaction, at: now)
    return .other
  }

  func apply(
    _ end: InboundCallEnd, to call: CallRow, in transaction: any StoreTransaction, at now: Instant
  ) throws {
    if let item = try transaction.item(ref: call.ref) {
      try flows.accept(item, providerID: end.providerID, in: transaction, at: now)
    }
    guard try flows.endCall(call.ref, in: transaction, at: now) else { return }
    try tellFlows(call, end.reason, in: transaction, at: now)
    try calls.callEnded(call, because: end.reason, in: transaction, at: now)
  }

  func call(
    _ end: InboundCallEnd, from provider: String, in transaction: any StoreTransaction
  ) throws -> CallRow? {
    if let ref = end.ref, let call = try transaction.call(ref) { return call }
    guard !end.providerID.isEmpty else { return nil }
    return try transaction.call(provider: provider, providerID: end.providerID)
  }

  private func tellFlows(
    _ call: CallRow, _ reason: InboundCallEnd.Reason, in transaction: any StoreTransaction,
    at now: Instant
  ) throws {
    let cause = FlowCause(.provider(call.provider))
    switch call.purpose {
    case .check(let watch, let attempt):
      let ended = AttemptFact.ended(notConfirmedReason(call, reason))
      try flows.apply(
        .attempt(attempt, ended), to: watch, cause: cause, in: transaction, at: now)
    case .page(let caseID, let operatorID):
      try flows.apply(
        .pageCall(operatorID, .notTaken), to: caseID, cause: cause, in: transaction, at: now)
    case .bridge, .outside, .incoming:
      break
    }
  }

  /// The machine keeps a confirmation whatever is said here.
  private func notConfirmedReason(
    _ call: CallRow, _ reason: InboundCallEnd.Reason
  ) -> NotConfirmedReason {
    switch reason {
    case .busy: return .busy
    case .notAnswered: return .noAnswer
    case .hadBeenAnswered:
      guard case .notReached(let reason)? = call.dialogue?.meaningOfHangUp else { return .hungUp }
      return reason
    }
  }
}
