import CheckinFlows

/// An operator's keys.
extension CallSession {
  /// The first claim wins; the others hear when.
  func takeCase(code digits: String? = nil) throws -> DeedResult {
    guard let id = caseID, let operatorID else { return .alreadyReceived }
    if let digits {
      guard let row = try transaction.operator(operatorID), desk.core.codes.isCode(digits, of: row)
      else {
        try log("call.wrong-operator-code")
        return .wrongCode
      }
    }
    let result = try apply(CaseEvent.claim(.operator(operatorID)), to: id)
    return try refusal(result, of: id) ?? .pageTaken
  }

  func passOn() throws -> DeedResult {
    guard let id = caseID, let operatorID else { return .alreadyReceived }
    let result = try apply(CaseEvent.passOn(operatorID), to: id)
    return try refusal(result, of: id) ?? .pagePassedOn
  }

  private func refusal(_ result: FlowResult, of id: CaseID) throws -> DeedResult? {
    guard result.isRefused else { return nil }
    guard case .pageTakenBefore(let at)? = try transaction.case(id)?.flow.reasonNotToTake else {
      return .alreadyReceived
    }
    return .pageTakenBefore(at: at)
  }

  /// The operator is on the line and wants to talk: only now the other telephone rings.
  func talk() throws -> DeedResult {
    guard case .bridge(let id, let operatorID, let number) = call.purpose,
      let row = try transaction.case(id)?.flow, row.isOpen,
      let dialable = flows.diallingRule.verdict(on: number).dialable
    else { return .alreadyReceived }
    // Ringing the person renews a claim; it never makes one.
    if row.isClaimed(by: .operator(operatorID)) {
      try apply(CaseEvent.work(.act, .operator(operatorID)), to: id)
    }
    try log("case.rung")
    return .connect(dialable.number)
  }
}

extension CallSession {
  /// How the joining of a bridge went; providers tell when it is over.
  func noteJoining(_ input: CallInput) throws {
    guard case .connect = call.latestStep, case .connectEnded(let result) = input else { return }
    switch result {
    case .success:
      try flows.note(.connected, of: call.purpose, in: transaction, at: now)
    case .busy, .failed:
      try flows.note(.failed(.personNotReached), of: call.purpose, in: transaction, at: now)
    }
  }
}

extension Case {
  func isClaimed(by actor: Actor) -> Bool {
    guard case .claimed(let holder, _, _) = responsibility else { return false }
    return holder == actor
  }
}
