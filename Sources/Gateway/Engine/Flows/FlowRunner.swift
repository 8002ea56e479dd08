package import CheckinFlows

/// Carries events to the machines, inside a transaction of the caller's: loads the flow, applies
/// the event, saves the flow, and does all that the machine wants done, which may reach other
/// flows in turn. When anything throws, the caller's transaction must not be kept.
///
/// The one way for everybody (texts, calls, console, programs, deadlines) to change a watch or a
/// case. It decides nothing itself.
package struct FlowRunner: Sendable {
  package struct Configuration: Sendable {
    package var texts: TextSettings
    package var diallingRule: DiallingRule
    /// Numbers and commands that are tried when every operator is silent.
    package var outsideNumbers: [PhoneNumber]
    package var outsideCommands: [String]
    /// Whether officers are told afterwards that the service was used.
    package var tellsAfterwards: Bool

    package init(
      texts: TextSettings, diallingRule: DiallingRule, outsideNumbers: [PhoneNumber] = [],
      outsideCommands: [String] = [], tellsAfterwards: Bool = true
    ) {
      self.texts = texts
      self.diallingRule = diallingRule
      self.outsideNumbers = outsideNumbers
      self.outsideCommands = outsideCommands
      self.tellsAfterwards = tellsAfterwards
    }
  }

  package let configuration: Configuration
  let random: any RandomSource
  let metrics: EngineMetrics

  package init(
    _ configuration: Configuration, random: any RandomSource, metrics: EngineMetrics
  ) {
    self.configuration = configuration
    self.random = random
    self.metrics = metrics
  }

  package var diallingRule: DiallingRule { configuration.diallingRule }

  /// Begins a watch. Throws `LiveWatchExists` when the person has one already.
  @discardableResult
  package func start(
    _ order: WatchOrder, cause: FlowCause, in transaction: any StoreTransaction, at now: Instant
  ) throws -> FlowResult {
    let session = FlowSession(self, cause: cause, in: transaction, at: now)
    try session.start(order)
    return session.result
  }

  /// Opens a case and pages at once.
  @discardableResult
  package func open(
    _ order: CaseOrder, cause: FlowCause, in transaction: any StoreTransaction, at now: Instant
  ) throws -> FlowResult {
    let session = FlowSession(self, cause: cause, in: transaction, at: now)
    try session.open(order)
    return session.result
  }

  /// Applies an event to a watch. Throws `NoSuchFlow` when there is no such watch.
  @discardableResult
  package func apply(
    _ event: WatchEvent, to watch: WatchID, cause: FlowCause,
    in transaction: any StoreTransaction, at now: Instant
  ) throws -> FlowResult {
    let session = FlowSession(self, cause: cause, in: transaction, at: now)
    try session.apply(event, to: watch)
    return session.result
  }

  /// Applies an event to a case. Throws `NoSuchFlow` when there is no such case.
  @discardableResult
  package func apply(
    _ event: CaseEvent, to caseID: CaseID, cause: FlowCause,
    in transaction: any StoreTransaction, at now: Instant
  ) throws -> FlowResult {
    let session = FlowSession(self, cause: cause, in: transaction, at: now)
    try session.apply(event, to: caseID)
    return session.result
  }

  /// Tells every case that waits for an operator that somebody came on or went off duty.
  package func ladderChanged(
    of tenant: TenantID, cause: FlowCause, in transaction: any StoreTransaction, at now: Instant
  ) throws {
    let waiting = try transaction.cases(
      .unclaimed, of: tenant, after: nil, limit: Self.mostCasesToTell)
    for row in waiting {
      try apply(.ladderChanged, to: row.id, cause: cause, in: transaction, at: now)
    }
  }

  /// More open cases than any centre can work; the rest read the ladder at their next page.
  private static let mostCasesToTell = 500
}

/// Who or what set an event off.
package struct FlowCause: Sendable {
  package var actor: LogActor
  /// The number that a text came from: its answer goes there, also when the person's watch has
  /// another number.
  package var replyTo: PhoneNumber?

  package init(_ actor: LogActor, replyTo: PhoneNumber? = nil) {
    self.actor = actor
    self.replyTo = replyTo
  }

  package static let system = FlowCause(.system)
}

/// What came of an event, over all the flows that it reached.
package struct FlowResult: Sendable {
  package var refusedByWatch: [WatchRefusal] = []
  package var refusedByCase: [CaseRefusal] = []
  package var openedCases: [CaseID] = []
  package var startedWatch: WatchID?
  /// The texts that were ordered to the person; a live call says the same aloud.
  package var texts: [PersonText] = []

  package var isRefused: Bool { !refusedByWatch.isEmpty || !refusedByCase.isEmpty }
}

package enum FlowFailure: Error, Hashable, Sendable {
  case noSuchWatch(WatchID)
  case noSuchCase(CaseID)
  case noSuchPolicy(PolicyID)
  /// Flows set each other off without an end; nothing of it was kept.
  case endless
}
