package import CheckinFlows

extension TelephoneDesk {
  /// See `FlowRunner.orderBridge`.
  package func placeBridge(
    _ caseID: CaseID, _ operatorID: OperatorID, to number: PhoneNumber, confirmed: Bool,
    in transaction: any StoreTransaction, at now: Instant
  ) throws -> BridgeOrder {
    try flows.orderBridge(
      caseID, operatorID, to: number, confirmed: confirmed, in: transaction, at: now)
  }
}
