import CheckinFlows
import Logging

extension OutboxSender {
  /// An item whose flow cannot be read is tried again after this; the others go on.
  static let stuckRetrySeconds = 30

  /// Each item in a step of its own, when the whole batch could not be claimed: one flow that
  /// cannot be read must not hold up everybody else's pages. Throws when the store takes nothing.
  func claimOneByOne(atMost most: Int, at now: Instant) async throws -> Claim {
    let pending = try await store.read { try $0.pendingItems(at: now, limit: most) }
    var errands: [Errand] = []
    var (handled, stuck) = (0, 0)
    for item in pending {
      do {
        switch try await claimAlone(item, at: now) {
        case .post(let errand):
          errands.append(errand)
          handled += 1
        case .settled: handled += 1
        case .braked: continue
        }
      } catch {
        // What has been claimed must leave, also when the store has just gone.
        guard await setAside(item, after: error, at: now) || handled > 0 else { throw error }
        stuck += 1
      }
    }
    if stuck > 0 { await faults.report(.flowStuck, at: now) }
    let next = try? await store.read { try $0.nextPendingAt() }
    return Claim(errands: errands, handled: handled + stuck, wakeAt: wakeAt(next ?? nil, now: now))
  }

  private func claimAlone(_ item: OutboxItem, at now: Instant) async throws -> ItemClaim {
    try await quietStore.write { [self] transaction in
      guard let item = try transaction.item(item.id), item.state == .pending else {
        return .settled
      }
      return try claim(item, in: transaction, at: now)
    }
  }

  /// False when not even that can be stored.
  private func setAside(
    _ item: OutboxItem, after error: any Error, at now: Instant
  ) async -> Bool {
    logger.error(
      "outbox.item-stuck",
      metadata: ["item": "\(item.id.rawValue)", "error": "\(type(of: error))"])
    var later = item
    later.dueAt = now.adding(seconds: Self.stuckRetrySeconds)
    do {
      try await quietStore.write { [later] in try $0.save(later) }
      return true
    } catch {
      return false
    }
  }
}
