package import CheckinFlows
package import Logging

/// A fault of the service itself. Its name is stable: one open case each, however often it shows.
package enum Fault: Hashable, Sendable {
  case provider(String, ProviderTrouble)
  /// Nobody who can be reached is on duty while a watch lives.
  case nobodyOnDuty
  case clockJumped
  case diskAlmostFull
  /// The auditor found watches or cases that nothing would wake.
  case stepMissing
  /// Steps or requests are not carried out in time.
  case stepsLate
  /// A flow cannot be read or moved on.
  case flowStuck
  /// Watches whose end passed more than a day ago, while the service was down.
  case longOverdue
  /// A live call had to end without words: its prompt could be neither found nor made.
  case promptsMissing

  package var name: String {
    switch self {
    case .provider(let name, let trouble): "provider.\(trouble.rawValue).\(name)"
    case .nobodyOnDuty: FaultName.nobodyOnDuty.rawValue
    case .clockJumped: "clock.jumped"
    case .diskAlmostFull: "disk.almost-full"
    case .stepMissing: "step.missing"
    case .stepsLate: "step.late"
    case .flowStuck: "flow.stuck"
    case .longOverdue: "longOverdue"
    case .promptsMissing: "voice.prompts-missing"
    }
  }
}

/// Opens a `fault` case, once while it is open; its pages leave like those of any other case.
package struct FaultDesk: Sendable {
  let store: any Store
  let flows: FlowRunner
  let tenant: TenantID
  let logger: Logger

  package init(store: any Store, flows: FlowRunner, tenant: TenantID, logger: Logger) {
    self.store = store
    self.flows = flows
    self.tenant = tenant
    self.logger = logger
  }

  /// Never throws: when even this cannot be stored, the log line and the silent heartbeat are what
  /// is left, and the caller will find the fault again.
  package func report(_ fault: Fault, at now: Instant) async {
    let code = fault.name
    logger.error("fault", metadata: ["fault": "\(code)"])
    do {
      try await store.write { transaction in
        _ = try open(fault, in: transaction, at: now)
      }
    } catch {
      logger.critical(
        "fault.not-stored",
        metadata: ["fault": "\(code)", "error": "\(type(of: error))"])
    }
  }

  /// The open case of this fault, opened now if there was none. New words of one that is open
  /// already take the place of the old ones.
  @discardableResult
  package func open(
    _ fault: Fault, words: String? = nil, in transaction: any StoreTransaction, at now: Instant
  ) throws -> CaseID {
    let open = try transaction.openCase(kind: .fault, person: nil, faultName: fault.name)
    if let open {
      if let words { try note(words, on: open.flow, in: transaction, at: now) }
      return open.flow.id
    }
    let order = CaseOrder(
      id: try transaction.newCaseID(), tenant: tenant, kind: .fault, concernedAt: now,
      policyID: try transaction.currentPolicy(of: tenant).id, faultName: fault.name, words: words)
    try flows.open(order, cause: .system, in: transaction, at: now)
    return order.id
  }

  private func note(
    _ words: String, on open: Case, in transaction: any StoreTransaction, at now: Instant
  ) throws {
    try FlowSession(flows, cause: .system, in: transaction, at: now)
      .log("case.words", case: open, payload: ["text": words])
  }
}
