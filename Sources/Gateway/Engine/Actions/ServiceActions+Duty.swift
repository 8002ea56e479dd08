package import CheckinFlows

extension ServiceActions {
  /// Puts an operator on or off duty, and tells the ladder: whoever comes on duty where a page has
  /// passed already is paged at once. Saying the same twice changes nothing.
  package func setDuty(
    _ isOn: Bool, of id: OperatorID, by actor: LogActor, in transaction: any StoreTransaction,
    at now: Instant
  ) throws {
    guard var row = try transaction.operator(id), row.tenant == tenant,
      (row.onDutySince != nil) != isOn
    else { return }
    row.onDutySince = isOn ? now : nil
    try transaction.save(row)
    try transaction.append(
      LogEntry(
        at: now, tenant: tenant, kind: isOn ? "duty.on" : "duty.off",
        actor: actor, payload: ["name": row.name]))
    try flows.ladderChanged(of: tenant, cause: FlowCause(actor), in: transaction, at: now)
  }
}
