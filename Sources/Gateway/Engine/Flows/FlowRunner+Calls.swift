import CheckinFlows

extension FlowRunner {
  /// A call that nobody has told the end of is over after this, beside its ring time: the longest
  /// answer limit, and a minute for the provider to say so.
  static let longestAnswerSeconds = 180 + 60

  /// The row that the call's first request will look for, written before the request that places
  /// it leaves.
  func openCall(
    for item: OutboxItem, in transaction: any StoreTransaction, at now: Instant
  ) throws {
    guard case .call(let ringSeconds) = item.content, let purpose = item.purpose.callPurpose
    else { return }
    if var known = try transaction.call(item.ref) {
      // Refused by one provider, and now placed through another.
      known.provider = item.provider ?? known.provider
      known.placedAt = now
      known.endedAt = nil
      try transaction.save(known)
    } else {
      try transaction.save(
        CallRow(
          ref: item.ref, tenant: item.tenant, direction: .outgoing, purpose: purpose,
          provider: item.provider ?? "", providerID: nil, dialogue: nil, placedAt: now))
    }
    try transaction.setDeadline(
      now.adding(seconds: ringSeconds + Self.longestAnswerSeconds), for: item.ref)
  }

  func nameCall(
    of item: OutboxItem, providerID: String, in transaction: any StoreTransaction
  ) throws {
    guard var call = try transaction.call(item.ref), call.providerID == nil else { return }
    call.providerID = providerID
    try transaction.save(call)
  }

  /// Over, as far as we are concerned. False when it was over before.
  @discardableResult
  func endCall(
    _ ref: CallRef, in transaction: any StoreTransaction, at now: Instant
  ) throws -> Bool {
    try transaction.setDeadline(nil, for: ref)
    guard var call = try transaction.call(ref), call.endedAt == nil else { return false }
    call.endedAt = now
    try transaction.save(call)
    return true
  }
}

extension OutboundPurpose {
  var callPurpose: CallPurpose? {
    switch self {
    case .checkCall(let id, let attempt): .check(id, attempt: attempt)
    case .page(let caseID, let operatorID): .page(caseID, operatorID)
    case .bridge(let caseID, let operatorID, let number):
      .bridge(caseID, operatorID, to: number)
    case .outside(let id): .outside(id)
    case .watchText, .reply, .operatorReply, .notice: nil
    }
  }

  var personID: PersonID? {
    switch self {
    case .reply(let id, _): id
    case .watchText, .checkCall, .page, .operatorReply, .bridge, .outside, .notice: nil
    }
  }
}

extension OutboxItem {
  /// `nil` for what is no call.
  var callPurpose: CallPurpose? {
    guard case .call = content else { return nil }
    return purpose.callPurpose
  }
}

extension OutboundContent {
  var channel: String {
    switch self {
    case .text: "text"
    case .call: "call"
    case .command: "command"
    }
  }
}
