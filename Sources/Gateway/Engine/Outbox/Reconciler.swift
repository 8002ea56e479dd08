package import CheckinFlows
import Logging

/// Finds out what became of items whose outcome nobody knows.
///
/// A found item is adopted. A text that the provider does not have is sent anew with a new `ref`; a
/// page is repeated at once; a check call waits for nothing, since the watch's own deadline leads
/// on. What is sent anew is logged as a possible duplicate; no item stands in for more than a few.
package struct Reconciler: Sendable {
  /// A request has surely ended after this, whatever became of its task.
  static let longestRequestSeconds = 120
  /// How often a provider that cannot be asked is asked.
  static let mostLookUps = 3
  static let mostAtOnce = 200
  /// A text that vanishes again and again is not sent for ever.
  static let mostRepeats = 2

  let store: any Store
  let pool: ProviderPool
  let flows: FlowRunner
  let clock: any EngineClock
  let metrics: EngineMetrics
  let logger: Logger

  package init(_ core: EngineCore) {
    store = core.store
    pool = core.providers
    flows = core.flows
    clock = core.clock
    metrics = core.metrics
    logger = core.logger
  }

  /// Called once before anything is sent: all that is still `sending` was left by a crash.
  package func recoverAtStart() async throws {
    try await forsake { _ in true }
  }

  /// Looks up what is due. Returns when the next look-up is due.
  package func step() async throws -> Instant? {
    _ = try await resolveDue()
    return try await nextLookUp()
  }

  package func nextLookUp() async throws -> Instant? {
    try await store.read { try $0.items(in: .unknown, limit: Self.mostAtOnce) }.map(\.dueAt).min()
  }

  /// Looks up what is due. Returns how many items it looked at.
  package func resolveDue() async throws -> Int {
    let oldest = clock.now().adding(seconds: -Self.longestRequestSeconds)
    try await forsake { ($0.sentAt ?? $0.dueAt) < oldest }
    var resolved = 0
    while true {
      let now = clock.now()
      let unknown = try await store.read { try $0.items(in: .unknown, limit: Self.mostAtOnce) }
      let due = unknown.filter { $0.dueAt <= now }
      guard !due.isEmpty else { return resolved }
      resolved += due.count
      await withDiscardingTaskGroup { group in
        for item in due { group.addTask { await self.resolveOrLog(item) } }
      }
    }
  }

  /// Turns items of `sending` that nobody works on into `unknown` ones.
  private func forsake(_ isForsaken: @escaping @Sendable (OutboxItem) -> Bool) async throws {
    let now = clock.now()
    while try await isAny(isForsaken) {
      try await store.write { [self] transaction in
        let left = try transaction.items(in: .sending, limit: Self.mostAtOnce).filter(isForsaken)
        for item in left { try forsake(item, in: transaction, at: now) }
      }
    }
  }

  private func isAny(
    _ isForsaken: @escaping @Sendable (OutboxItem) -> Bool
  ) async throws -> Bool {
    try await store.read {
      try $0.items(in: .sending, limit: Self.mostAtOnce).contains(where: isForsaken)
    }
  }

  private func forsake(
    _ item: OutboxItem, in transaction: any StoreTransaction, at now: Instant
  ) throws {
    var item = item
    item.state = .unknown
    item.tries = 0
    let listed = (item.sentAt ?? now).adding(seconds: OutboxSender.lookUpPauseSeconds)
    item.dueAt = max(now, listed)
    try transaction.save(item)
    try flows.outcomeUnknown(item, in: transaction, at: now)
  }

  /// An item that cannot be resolved is looked at again later; the others go on.
  private func resolveOrLog(_ item: OutboxItem) async {
    do {
      try await resolve(item)
    } catch {
      logger.error(
        "reconcile.failed",
        metadata: ["item": "\(item.id.rawValue)", "error": "\(type(of: error))"])
      let now = clock.now()
      try? await store.write { [self] in try postpone(item, in: $0, at: now) }
    }
  }

  private func resolve(_ item: OutboxItem) async throws {
    let outcome = await lookUp(item)
    let now = clock.now()
    try await store.write { [self] transaction in
      // An event may have told while we asked.
      guard let current = try transaction.item(item.id), current.state == .unknown else { return }
      switch outcome {
      case .found(let providerID) where try isFree(providerID, for: current, in: transaction):
        try flows.accept(current, providerID: providerID, in: transaction, at: now)
      case .found, .absent:
        try giveUp(current, isSurelyAbsent: true, in: transaction, at: now)
      case .unavailable:
        guard current.tries + 1 >= Self.mostLookUps else {
          return try postpone(current, in: transaction, at: now)
        }
        try giveUp(current, isSurelyAbsent: false, in: transaction, at: now)
      }
    }
  }

  private func isFree(
    _ providerID: String, for item: OutboxItem, in transaction: any StoreTransaction
  ) throws -> Bool {
    guard let provider = item.provider else { return false }
    let owner = try transaction.item(provider: provider, providerID: providerID)
    return owner == nil || owner?.id == item.id
  }

  private func postpone(
    _ item: OutboxItem, in transaction: any StoreTransaction, at now: Instant
  ) throws {
    var item = item
    item.tries += 1
    item.dueAt = now.adding(seconds: OutboxSender.lookUpPauseSeconds << min(item.tries, 4))
    try transaction.save(item)
  }
}
