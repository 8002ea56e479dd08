import CheckinFlows

/// Takes in what telephone companies tell us, each thing exactly once.
///
/// Returns only after a durable commit. When it throws nothing has happened, the webhook answers
/// 503, and the provider's repetition finds everything as it was.
package struct Intake: Sendable {
  let tenant: TenantID
  let zone: TenantZone
  /// Texts from our own numbers are never answered.
  let ownNumbers: Set<PhoneNumber>
  let store: any Store
  let flows: FlowRunner
  let codes: CodeKeeper
  let operators: any OperatorDesk
  let calls: any CallDesk
  let clock: any EngineClock
  let metrics: EngineMetrics

  package init(_ core: EngineCore, operators: any OperatorDesk, calls: any CallDesk) {
    tenant = core.tenant
    zone = core.zone
    ownNumbers = Set(core.providers.providers.map(\.number))
    store = core.store
    flows = core.flows
    codes = core.codes
    self.operators = operators
    self.calls = calls
    clock = core.clock
    metrics = core.metrics
  }

  /// One transaction an event, in order. Throws `StoreFailure`.
  package func receive(_ events: [InboundEvent], from provider: String) async throws {
    for event in events {
      let now = clock.now()
      let taken = try await store.write { transaction in
        try take(event, from: provider, in: transaction, at: now)
      }
      count(taken)
    }
  }

  /// What became of one event.
  enum Taken: Sendable {
    case seenBefore
    /// Nothing of ours has its `ref` or id.
    case orphan
    case text(meaning: String)
    case other
  }

  private func take(
    _ event: InboundEvent, from provider: String, in transaction: any StoreTransaction,
    at now: Instant
  ) throws -> Taken {
    switch event {
    case .text(let text):
      return try take(text, from: provider, in: transaction, at: now)
    case .delivery(let delivery):
      return try take(delivery, from: provider, in: transaction, at: now)
    case .callEnded(let end):
      return try take(end, from: provider, in: transaction, at: now)
    case .callTurn:
      // Turns are answered by the call desk; there is nothing to store of them here.
      return .other
    }
  }

  private func count(_ taken: Taken) {
    switch taken {
    case .seenBefore: metrics.count(.inboundRepeats)
    case .orphan: metrics.count(.inboundOrphans)
    case .text(let meaning): metrics.count(.smsReceived, ["meaning": meaning])
    case .other: break
    }
  }
}
