import CheckinFlows

/// One event's way through the flows, within one transaction. Never leaves the closure it is made
/// in.
final class FlowSession {
  /// An event goes from watch to case and back two or three times at most.
  private static let deepest = 12
  /// Far above the number of watches that any installation has at once.
  private static let mostGathered = 20_000

  let runner: FlowRunner
  let cause: FlowCause
  let transaction: any StoreTransaction
  let now: Instant
  var result = FlowResult()
  private var depth = 0

  init(
    _ runner: FlowRunner, cause: FlowCause, in transaction: any StoreTransaction, at now: Instant
  ) {
    self.runner = runner
    self.cause = cause
    self.transaction = transaction
    self.now = now
  }

  func start(_ order: WatchOrder) throws {
    let (watch, effects) = Watch.start(order, at: now, in: try policy(order.policyID))
    try transaction.insert(watch)
    result.startedWatch = watch.id
    try carryOut(effects, of: watch)
  }

  func open(_ order: CaseOrder) throws {
    let surroundings = try caseSurroundings(order.policyID, tenant: order.tenant)
    let (opened, effects) = Case.open(order, at: now, in: surroundings)
    try transaction.insert(opened)
    result.openedCases.append(opened.id)
    runner.metrics.count(.alarms, ["priority": "\(opened.priority)"])
    if let words = order.words {
      try log("case.words", case: opened, payload: ["text": words])
    }
    try carryOut(effects, of: opened)
  }

  func apply(_ event: WatchEvent, to id: WatchID) throws {
    guard var row = try transaction.watch(id) else { throw FlowFailure.noSuchWatch(id) }
    let effects = row.flow.apply(event, at: now, in: try surroundings(of: row.flow))
    try transaction.save(row)
    try deeper { try carryOut(effects, of: row.flow) }
  }

  func apply(_ event: CaseEvent, to id: CaseID) throws {
    guard var row = try transaction.case(id) else { throw FlowFailure.noSuchCase(id) }
    let surroundings = try caseSurroundings(row.flow.policy, tenant: row.flow.tenant)
    let effects = row.flow.apply(event, at: now, in: surroundings)
    try transaction.save(row)
    try deeper { try carryOut(effects, of: row.flow) }
    guard case .closed(let outcome, _, _) = row.flow.phase else { return }
    try closePages(of: id)
    try letGoOfGatheredWatches(row.flow, outcome)
  }

  /// A `fault` case without a watch of its own may hold many: those that ran out during a long
  /// downtime.
  private func letGoOfGatheredWatches(_ row: Case, _ outcome: CaseOutcome) throws {
    guard row.kind == .fault, row.watch == nil else { return }
    let live = try transaction.watches(
      .live, of: row.tenant, before: nil, limit: Self.mostGathered)
    for watch in live where watch.holdingCase?.id == row.id {
      try deeper { try apply(.ofCase(row.id, .closed(outcome)), to: watch.id) }
    }
  }

  private func deeper(_ body: () throws -> Void) throws {
    guard depth < Self.deepest else { throw FlowFailure.endless }
    depth += 1
    defer { depth -= 1 }
    try body()
  }

  private func closePages(of id: CaseID) throws {
    for var page in try transaction.pages(for: id) where page.closedAt == nil {
      page.closedAt = now
      try transaction.save(page)
    }
  }

  // MARK: What the machines are told of the world

  private func surroundings(of watch: Watch) throws -> WatchSurroundings {
    let person = try transaction.person(watch.person)
    return WatchSurroundings(
      policy: try policy(watch.policy), hasCode: person?.codeHash != nil,
      newCase: try transaction.newCaseID(), answersHelp: person?.neverAnswerHelp != true)
  }

  private func caseSurroundings(_ policyID: PolicyID, tenant: TenantID) throws
    -> CaseSurroundings
  {
    let isWatchLive = try transaction.hasLiveWatch(of: tenant)
    return CaseSurroundings(
      policy: try policy(policyID), ladder: try ladder(of: tenant), isWatchLive: isWatchLive)
  }

  private func ladder(of tenant: TenantID) throws -> Ladder {
    let rows = try transaction.operators(of: tenant, includingDisabled: false)
    return Ladder(
      rows.compactMap { row in
        guard row.role == .operator, let rung = row.rung else { return nil }
        let verdict = row.number.map(runner.diallingRule.verdict)
        return LadderOperator(
          id: row.id, rung: rung, isOnDuty: row.onDutySince != nil,
          hasNumber: verdict?.dialable != nil)
      })
  }

  func policy(_ id: PolicyID) throws -> Policy {
    guard let policy = try transaction.policy(id) else { throw FlowFailure.noSuchPolicy(id) }
    return policy
  }
}
