package import CheckinFlows

/// A watch as a program or an operator asks for it: any future end.
package struct WatchRequest: Hashable, Sendable {
  package var person: PersonID
  package var end: Instant
  package var activity: Activity
  package var note: String

  package init(person: PersonID, end: Instant, activity: Activity, note: String) {
    self.person = person
    self.end = end
    self.activity = activity
    self.note = note
  }
}

extension ServiceActions {
  /// Throws `LiveWatchExists` when the person has one already.
  package func startWatch(
    _ request: WatchRequest, by actor: Actor, in transaction: any StoreTransaction,
    at now: Instant
  ) throws -> WatchID {
    guard let person = try transaction.person(request.person), person.tenant == tenant else {
      throw ActionRefusal.noSuchPerson
    }
    guard !person.isPaused else { throw ActionRefusal.personSuspended }
    guard request.end > now else { throw ActionRefusal.endNotInFuture }
    guard let number = try transaction.numbers(of: person.id).first?.number else {
      throw ActionRefusal.personWithoutNumber
    }
    if let live = try transaction.liveWatch(of: person.id) {
      throw LiveWatchExists(watch: live.flow.id)
    }
    let order = WatchOrder(
      id: try transaction.newWatchID(), tenant: tenant, person: person.id,
      language: person.language, number: number,
      policyID: try transaction.currentPolicy(of: tenant).id, activity: request.activity,
      note: request.note, end: request.end, origin: .operator(actor))
    try flows.start(order, cause: FlowCause(actor.forLog), in: transaction, at: now)
    return order.id
  }

  package func act(
    _ action: WatchAction, on id: WatchID, by actor: Actor, in transaction: any StoreTransaction,
    at now: Instant
  ) throws {
    guard let watch = try transaction.watch(id), watch.flow.tenant == tenant else {
      throw ActionRefusal.noSuchWatch
    }
    let result = try flows.apply(
      .byOperator(action, actor), to: id, cause: FlowCause(actor.forLog), in: transaction,
      at: now)
    if let refusal = result.refusedByWatch.first { throw ActionRefusal.watch(refusal) }
    if let refusal = result.refusedByCase.first { throw ActionRefusal.case(refusal) }
  }
}
