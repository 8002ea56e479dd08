package import CheckinFlows
package import Logging

/// Takes in what telephone companies tell us, each thing exactly once.
///
/// Returns only after a durable commit. When it throws nothing has happened, the webhook answers
/// 503, and the provider's repetition finds everything as it was.
package struct Intake: Sendable {
  package struct Configuration: Sendable {
    package var tenant: TenantID
    package var zone: TenantZone
    /// Our own numbers at the providers: texts from them are never answered.
    package var ownNumbers: Set<PhoneNumber>

    package init(tenant: TenantID, zone: TenantZone, ownNumbers: Set<PhoneNumber>) {
      self.tenant = tenant
      self.zone = zone
      self.ownNumbers = ownNumbers
    }
  }

  let configuration: Configuration
  let store: any Store
  let flows: FlowRunner
  let codes: CodeKeeper
  let operators: any OperatorDesk
  let calls: any CallDesk
  let clock: any EngineClock
  let metrics: EngineMetrics
  let logger: Logger

  package init(
    _ configuration: Configuration, store: any Store, flows: FlowRunner, codes: CodeKeeper,
    operators: any OperatorDesk, calls: any CallDesk, clock: any EngineClock,
    metrics: EngineMetrics, logger: Logger
  ) {
    self.configuration = configuration
    self.store = store
    self.flows = flows
    self.codes = codes
    self.operators = operators
    self.calls = calls
    self.clock = clock
    self.metrics = metrics
    self.logger = logger
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
