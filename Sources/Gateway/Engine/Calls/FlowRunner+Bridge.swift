package import CheckinFlows

/// What became of an order to join an operator with somebody.
package enum BridgeOrder: Hashable, Sendable {
  /// The operator is rung first.
  case ordered
  /// A silent alarm: nothing rings before the operator has said so twice.
  case needsConfirmation
  case caseClosed
  case operatorHasNoNumber
  case numberNotDialable(DiallingRefusal)
}

extension FlowRunner {
  /// Orders a call that rings the operator, and after key 1 the number. It leaves once the
  /// caller's transaction is durable. Throws `FlowFailure.noSuchCase`.
  ///
  /// - Parameter confirmed: the operator knows that this is a silent alarm and rings all the same.
  package func placeBridge(
    _ caseID: CaseID, _ operatorID: OperatorID, to number: PhoneNumber, confirmed: Bool,
    in transaction: any StoreTransaction, at now: Instant
  ) throws -> BridgeOrder {
    guard let row = try transaction.case(caseID)?.flow else {
      throw FlowFailure.noSuchCase(caseID)
    }
    guard row.isOpen else { return .caseClosed }
    if !confirmed, try bridgeNeedsConfirmation(row, to: number, in: transaction) {
      return .needsConfirmation
    }
    if case .refused(let refusal) = diallingRule.verdict(on: number) {
      return .numberNotDialable(refusal)
    }
    guard let own = try transaction.operator(operatorID)?.number,
      diallingRule.verdict(on: own).dialable != nil
    else { return .operatorHasNoNumber }
    let ringSeconds = try transaction.policy(row.policy)?.operatorRingSeconds
    let session = FlowSession(
      self, cause: FlowCause(.operator(operatorID)), in: transaction, at: now)
    try session.put(
      .bridge(caseID, operatorID, to: number),
      .call(ringSeconds: ringSeconds ?? Policy().operatorRingSeconds), to: own,
      lane: .lifeSafety, tenant: row.tenant)
    return .ordered
  }

  /// Also where another open case, of the same person or of somebody behind the number, keeps that
  /// telephone silent: a call-back or an unclear text beside it must not give the person away.
  func bridgeNeedsConfirmation(
    _ row: Case, to number: PhoneNumber, in transaction: any StoreTransaction
  ) throws -> Bool {
    guard !row.bridgeNeedsConfirmation else { return true }
    let behind = try transaction.people(withNumber: number).map(\.id)
    for person in behind + [row.person].compactMap({ $0 }) {
      for kind in CaseKind.allCases where kind.isSilent {
        if try transaction.openCase(kind: kind, person: person, faultName: nil) != nil {
          return true
        }
      }
    }
    return false
  }
}
