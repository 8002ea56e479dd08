import CheckinFlows
import Logging

extension OutboxSender {
  /// After an unknown outcome the provider is asked this much later: its own list needs a moment.
  static let lookUpPauseSeconds = 5

  /// Stores an outcome and its consequences. When that fails the item stays in `sending`, and the
  /// reconciler finds it.
  func record(_ outcome: SendOutcome, of errand: Errand) async {
    let now = clock.now()
    count(outcome, of: errand)
    let trouble =
      errand.sender == Self.commandSender
      ? nil : pool.note(outcome, of: errand.sender, at: now)
    do {
      try await store.write { [self] transaction in
        try apply(outcome, of: errand, in: transaction, at: now)
      }
    } catch {
      logger.error(
        "outbox.record-failed",
        metadata: ["item": "\(errand.item.id.rawValue)", "error": "\(type(of: error))"])
    }
    if let trouble { await faults.report(.provider(errand.sender, trouble), at: now) }
  }

  /// An event with our `ref` may have come before this answer, and knows better.
  private func apply(
    _ outcome: SendOutcome, of errand: Errand, in transaction: any StoreTransaction,
    at now: Instant
  ) throws {
    guard var item = try transaction.item(errand.item.id) else { return }
    switch outcome {
    case .accepted(let providerID):
      try flows.accept(item, providerID: providerID, in: transaction, at: now)
    case .refused(let kind):
      guard item.state == .sending else { return }
      try apply(kind, to: item, in: transaction, at: now)
    case .unknown:
      guard item.state == .sending else { return }
      item.state = .unknown
      item.tries = 0
      item.dueAt = now.adding(seconds: Self.lookUpPauseSeconds)
      try transaction.save(item)
      try flows.outcomeUnknown(item, in: transaction, at: now)
    }
  }

  private func apply(
    _ kind: RefusalKind, to item: OutboxItem, in transaction: any StoreTransaction, at now: Instant
  ) throws {
    var item = item
    let next = item.provider.flatMap(pool.next(after:))
    let decision = RefusalDecision.after(
      kind, tries: item.tries, nextProvider: next?.name, at: now)
    switch decision {
    case .again(let dueAt):
      item.state = .pending
      item.dueAt = dueAt
      try transaction.save(item)
    case .next(let provider):
      item.state = .pending
      item.provider = provider
      item.tries = 0
      item.dueAt = now
      try transaction.save(item)
    case .final:
      try flows.refuse(item, because: kind, in: transaction, at: now)
    }
  }

  private func count(_ outcome: SendOutcome, of errand: Errand) {
    let result: String
    switch outcome {
    case .accepted: result = "accepted"
    case .refused(let kind): result = "refused-\(kind.rawValue)"
    case .unknown: result = "unknown"
    }
    switch errand.request {
    case .text: metrics.count(.smsSent, ["provider": errand.sender, "result": result])
    case .call: metrics.count(.calls, ["provider": errand.sender, "outcome": result])
    case .command: metrics.count(.pages, ["result": "outside-\(result)"])
    }
    if case .page = errand.item.purpose { metrics.count(.pages, ["result": result]) }
  }
}
