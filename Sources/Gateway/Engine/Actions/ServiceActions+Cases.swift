package import CheckinFlows

extension ServiceActions {
  /// Claims, releases, works or closes a case. Throws `ActionRefusal.case` with the reason when
  /// the case turns it down.
  package func act(
    _ event: CaseEvent, on id: CaseID, by actor: Actor, in transaction: any StoreTransaction,
    at now: Instant
  ) throws {
    guard let row = try transaction.case(id), row.flow.tenant == tenant else {
      throw ActionRefusal.noSuchCase
    }
    let result = try flows.apply(
      event, to: id, cause: FlowCause(actor.forLog), in: transaction, at: now)
    if let refusal = result.refusedByCase.first { throw ActionRefusal.case(refusal) }
    if let refusal = result.refusedByWatch.first { throw ActionRefusal.watch(refusal) }
  }

  /// Writes a note, which also renews the claim.
  package func addNote(
    _ text: String, to id: CaseID, by actor: Actor, in transaction: any StoreTransaction,
    at now: Instant
  ) throws {
    try act(.work(.act, actor), on: id, by: actor, in: transaction, at: now)
    guard let row = try transaction.case(id)?.flow else { throw ActionRefusal.noSuchCase }
    try transaction.append(
      LogEntry(
        at: now, tenant: tenant, kind: "case.note", actor: actor.forLog, watch: row.watch,
        case: id, person: row.person, payload: ["text": text]))
  }
}
