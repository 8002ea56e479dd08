import CheckinFlows

extension FlowSession {
  /// Puts an item into the outbox; it leaves once this transaction is durable.
  func put(
    _ purpose: OutboundPurpose, _ content: OutboundContent, to number: PhoneNumber?, lane: Lane,
    tenant: TenantID, possibleDuplicateOf: OutboxID? = nil
  ) throws {
    let item = OutboxItem(
      id: try transaction.newOutboxID(), tenant: tenant, ref: runner.drawRef(), lane: lane,
      purpose: purpose, content: content, to: number, dueAt: now,
      possibleDuplicateOf: possibleDuplicateOf)
    try transaction.insert(item)
    try runner.log("outbox.ordered", of: item, in: transaction, at: now)
  }

  // MARK: Log

  func log(_ kind: String, watch: Watch, payload: [String: String] = [:]) throws {
    try transaction.append(
      LogEntry(
        at: now, tenant: watch.tenant, kind: kind, actor: cause.actor, watch: watch.id,
        person: watch.person, payload: payload))
  }

  func log(_ kind: String, case row: Case, payload: [String: String] = [:]) throws {
    try transaction.append(
      LogEntry(
        at: now, tenant: row.tenant, kind: kind, actor: cause.actor, watch: row.watch,
        case: row.id, person: row.person, payload: payload))
  }

  func log(_ event: WatchLogEvent, of watch: Watch) throws {
    let line = LogLine(event)
    try log("watch.\(line.name)", watch: watch, payload: line.facts)
  }

  func log(_ event: CaseLogEvent, of row: Case) throws {
    let line = LogLine(event)
    if case .claimed = event {
      let seconds = Double(now.milliseconds - row.openedAt.milliseconds) / 1000
      runner.metrics.observe(.alarmTakeSeconds, seconds: seconds)
    }
    try log("case.\(line.name)", case: row, payload: line.facts)
  }
}
