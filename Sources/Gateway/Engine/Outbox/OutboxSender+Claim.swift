package import CheckinFlows
import Logging

extension OutboxSender {
  /// The name under which items of the outside path's command are kept.
  static let commandSender = "command"

  /// In one transaction: reads the state again, withdraws what is not wanted any more, and marks
  /// the rest as `sending` before any request leaves.
  func claim(atMost most: Int) async throws -> Claim {
    let now = clock.now()
    let isAnyDue = try await store.read { try !$0.pendingItems(at: now, limit: 1).isEmpty }
    guard isAnyDue else { return Claim(errands: [], handled: 0, wakeAt: try await nextWakeUp()) }
    let claim = try await claimTogetherOrApart(atMost: most, at: now)
    if claim.handled > 0 { signals.somethingChanged() }
    return claim
  }

  private func claimTogetherOrApart(atMost most: Int, at now: Instant) async throws -> Claim {
    do {
      return try await claimDue(atMost: most, at: now)
    } catch {
      logger.error("outbox.claim-failed", metadata: ["error": "\(type(of: error))"])
      return try await claimOneByOne(atMost: most, at: now)
    }
  }

  private func claimDue(atMost most: Int, at now: Instant) async throws -> Claim {
    let (errands, handled, next) = try await quietStore.write { [self] transaction in
      let pending = try transaction.pendingItems(at: now, limit: most)
      var errands: [Errand] = []
      var handled = 0
      for item in pending {
        switch try claim(item, in: transaction, at: now) {
        case .post(let errand):
          errands.append(errand)
          handled += 1
        case .settled: handled += 1
        case .braked: continue
        }
      }
      return (errands, handled, try transaction.nextPendingAt())
    }
    return Claim(errands: errands, handled: handled, wakeAt: wakeAt(next, now: now))
  }

  enum ItemClaim {
    case post(Errand)
    /// Withdrawn or refused: nothing leaves.
    case settled
    /// Stays pending until its provider has room.
    case braked
  }

  func claim(
    _ item: OutboxItem, in transaction: any StoreTransaction, at now: Instant
  ) throws -> ItemClaim {
    guard try flows.isStillWanted(item, in: transaction, at: now) else {
      try flows.withdraw(item, in: transaction, at: now)
      return .settled
    }
    guard try !lines.isEngaged(for: item, in: transaction, at: now) else {
      var waiting = item
      waiting.dueAt = now.adding(seconds: EngagedLines.lookAgainSeconds)
      try transaction.save(waiting)
      return .settled
    }
    guard let request = try request(for: item, in: transaction, at: now) else { return .settled }
    guard item.lane == .lifeSafety || pool.takeRoom(at: request.sender, now: now) else {
      return .braked
    }
    return .post(try mark(item, request, in: transaction, at: now))
  }

  private typealias NamedRequest = (request: Errand.Request, sender: String)

  /// What to post through whom; `nil` when it was refused on the spot.
  private func request(
    for item: OutboxItem, in transaction: any StoreTransaction, at now: Instant
  ) throws -> NamedRequest? {
    if case .command(let command) = item.content {
      let reference = item.purpose.caseID?.reference ?? ""
      return (.command(command, caseReference: reference), Self.commandSender)
    }
    guard let number = item.to.flatMap({ flows.diallingRule.verdict(on: $0).dialable }) else {
      try flows.refuse(item, because: .notDialable, in: transaction, at: now)
      return nil
    }
    guard let provider = item.provider.flatMap(pool.named) ?? pool.preferred(at: now) else {
      try flows.refuse(item, because: .configuration, in: transaction, at: now)
      return nil
    }
    switch item.content {
    case .text(let text):
      let outgoing = OutgoingText(to: number, text: text, ref: item.ref)
      return (.text(outgoing, provider), provider.name)
    case .call(let ringSeconds):
      let outgoing = OutgoingCall(to: number, ref: item.ref, ringSeconds: ringSeconds)
      return (.call(outgoing, provider), provider.name)
    case .command:
      return nil
    }
  }

  private func mark(
    _ item: OutboxItem, _ request: NamedRequest, in transaction: any StoreTransaction,
    at now: Instant
  ) throws -> Errand {
    var item = item
    item.state = .sending
    item.provider = request.sender
    item.sentAt = now
    item.tries += 1
    try transaction.save(item)
    try flows.openCall(for: item, in: transaction, at: now)
    lines.take(for: item, at: now)
    return Errand(item: item, sender: request.sender, request: request.request)
  }

  /// When it is worth looking again; `nil` where only a signal can bring work.
  package func nextWakeUp() async throws -> Instant? {
    wakeAt(try await store.read { try $0.nextPendingAt() }, now: clock.now())
  }

  /// What is due but braked waits for its provider's rate; a request that ends raises the signal.
  func wakeAt(_ next: Instant?, now: Instant) -> Instant? {
    guard let next else { return nil }
    if next > now { return next }
    guard let room = pool.nextRoom(now: now), room > now else { return nil }
    return room
  }
}
