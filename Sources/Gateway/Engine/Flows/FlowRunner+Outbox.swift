import CheckinFlows

/// What becomes of outgoing items, and what the flows learn from it.
extension FlowRunner {
  /// Asked in the transaction that claims the item, right before it leaves.
  func isStillWanted(
    _ item: OutboxItem, in transaction: any StoreTransaction, at now: Instant
  ) throws -> Bool {
    switch item.purpose {
    case .watchText(let id, let text):
      return try transaction.watch(id)?.flow.stillWants(text, at: now) ?? false
    case .checkCall(let id, let attempt):
      guard let watch = try transaction.watch(id)?.flow,
        let policy = try transaction.policy(watch.policy)
      else { return false }
      return watch.stillWantsCall(attempt: attempt, at: now, in: policy)
    case .page(let id, let operatorID):
      return try transaction.case(id)?.flow.stillWantsPage(to: operatorID) ?? false
    case .outside(let id):
      return try transaction.case(id)?.flow.stillWantsOutside ?? false
    case .bridge(let id, _, _):
      return try transaction.case(id)?.flow.isOpen ?? false
    case .reply, .operatorReply, .notice:
      return true
    }
  }

  func withdraw(
    _ item: OutboxItem, in transaction: any StoreTransaction, at now: Instant
  ) throws {
    try move(item, to: .withdrawn, in: transaction, at: now)
    try tellWatch(.ended(.withdrawn), of: item, in: transaction, at: now)
  }

  /// The provider has it: told by its answer, by an event with our `ref`, or by a look-up. Whatever
  /// comes later changes nothing any more.
  func accept(
    _ item: OutboxItem, providerID: String, in transaction: any StoreTransaction, at now: Instant
  ) throws {
    var item = item
    switch item.state {
    case .accepted:
      guard item.providerID == nil else { return }
      item.providerID = providerID
      try transaction.save(item)
    case .sending, .unknown, .lost, .pending:
      item.providerID = providerID
      try move(item, to: .accepted, in: transaction, at: now)
      try tellWatch(.placed, of: item, in: transaction, at: now)
      try note(.placed, of: item.callPurpose, in: transaction, at: now)
    case .refused, .withdrawn:
      return try log("outbox.accepted-late", of: item, in: transaction, at: now)
    }
    try nameCall(of: item, providerID: providerID, in: transaction)
  }

  /// Surely not taken, by anybody.
  func refuse(
    _ item: OutboxItem, because kind: RefusalKind, in transaction: any StoreTransaction,
    at now: Instant
  ) throws {
    try move(item, to: .refused, payload: ["why": kind.rawValue], in: transaction, at: now)
    try callWasNeverPlaced(item, in: transaction, at: now)
    try textWasLost(item, in: transaction, at: now)
    guard kind == .optedOut || kind == .invalidNumber else { return }
    try numberIsDeaf(item, hasOptedOut: kind == .optedOut, in: transaction, at: now)
  }

  /// Nobody knows. The watch's own clock leads on, so nothing waits for the answer.
  func outcomeUnknown(
    _ item: OutboxItem, in transaction: any StoreTransaction, at now: Instant
  ) throws {
    try log("outbox.unknown", of: item, in: transaction, at: now)
    try tellWatch(.ended(.unknown), of: item, in: transaction, at: now)
  }

  /// A call that will never ring: the next step may come sooner.
  func callWasNeverPlaced(
    _ item: OutboxItem, in transaction: any StoreTransaction, at now: Instant
  ) throws {
    guard case .call = item.content else { return }
    try endCall(item.ref, in: transaction, at: now)
    try tellWatch(.ended(.refused), of: item, in: transaction, at: now)
    try note(.failed(.notPlaced), of: item.callPurpose, in: transaction, at: now)
    guard case .page(let caseID, let operatorID) = item.purpose else { return }
    try apply(
      .pageCall(operatorID, .refused), to: caseID, cause: .system, in: transaction, at: now)
  }

  /// A text that surely does not arrive.
  func textWasLost(
    _ item: OutboxItem, in transaction: any StoreTransaction, at now: Instant
  ) throws {
    guard case .text = item.content, case .watchText(let id, let text) = item.purpose else {
      return
    }
    try apply(.textFailed(text), to: id, cause: .system, in: transaction, at: now)
  }

  /// The same words, or the same call, with a new name, after the first one's fate stayed unknown.
  func repeatAsPossibleDuplicate(
    _ item: OutboxItem, in transaction: any StoreTransaction, at now: Instant
  ) throws {
    let session = FlowSession(self, cause: .system, in: transaction, at: now)
    try log("outbox.possible-duplicate", of: item, in: transaction, at: now)
    try session.put(
      item.purpose, item.content, to: item.to, lane: item.lane, tenant: item.tenant,
      possibleDuplicateOf: item.id)
  }

  /// A contact attempt learns a fact of its call.
  func tellWatch(
    _ fact: AttemptFact, of item: OutboxItem, in transaction: any StoreTransaction,
    at now: Instant
  ) throws {
    guard case .checkCall(let id, let attempt) = item.purpose else { return }
    try apply(.attempt(attempt, fact), to: id, cause: .system, in: transaction, at: now)
  }

  private func move(
    _ item: OutboxItem, to state: OutboxState, payload: [String: String] = [:],
    in transaction: any StoreTransaction, at now: Instant
  ) throws {
    var item = item
    item.state = state
    try transaction.save(item)
    try log("outbox.\(state.rawValue)", of: item, payload, in: transaction, at: now)
  }

  func log(
    _ kind: String, of item: OutboxItem, _ payload: [String: String] = [:],
    in transaction: any StoreTransaction, at now: Instant
  ) throws {
    var payload = payload
    payload["purpose"] = item.purpose.name
    payload["channel"] = item.content.channel
    payload["ref"] = String(item.ref.rawValue.prefix(8))
    payload["provider"] = item.provider
    if let original = item.possibleDuplicateOf { payload["repeats"] = "\(original.rawValue)" }
    if kind == "outbox.ordered", case .text(let text) = item.content { payload["text"] = text }
    try transaction.append(
      LogEntry(
        at: now, tenant: item.tenant, kind: kind, actor: .system, watch: item.purpose.watchID,
        case: item.purpose.caseID, person: item.purpose.personID, payload: payload))
  }
}
