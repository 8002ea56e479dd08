import CheckinFlows

/// What an operator's bridge came to, in the case's log; failures are told to the operator.
enum BridgeFact: Hashable, Sendable {
  case placed
  /// The operator is on the line.
  case pickedUp
  /// The two have been joined.
  case connected
  case failed(BridgeFailure)

  /// The stable name, for the log.
  var name: String {
    switch self {
    case .placed: "placed"
    case .pickedUp: "picked-up"
    case .connected: "connected"
    case .failed(let failure): failure.rawValue
    }
  }
}

extension FlowRunner {
  /// Does nothing where the purpose is no bridge.
  func note(
    _ fact: BridgeFact, of purpose: CallPurpose?, in transaction: any StoreTransaction,
    at now: Instant
  ) throws {
    guard case .bridge(let caseID, let operatorID, _) = purpose,
      let row = try transaction.case(caseID)?.flow
    else { return }
    let session = FlowSession(self, cause: .system, in: transaction, at: now)
    try session.log(
      "bridge.\(fact.name)", case: row, payload: ["operator": "\(operatorID.rawValue)"])
    guard case .failed(let failure) = fact, row.isOpen else { return }
    try session.tell(operatorID, of: failure, in: row)
  }
}

extension FlowSession {
  fileprivate func tell(
    _ operatorID: OperatorID, of failure: BridgeFailure, in row: Case
  ) throws {
    guard let told = try transaction.operator(operatorID), let number = told.number else { return }
    let words = BridgeWords.words(failure, reference: row.id.reference, in: told.language)
    try put(
      .operatorReply(operatorID, .answer(words)), .text(words), to: number, lane: .lifeSafety,
      tenant: row.tenant)
  }
}
