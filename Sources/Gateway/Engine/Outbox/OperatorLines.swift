import CheckinFlows
import Synchronization

/// Which operators we are talking to, or ringing: a second call would only find the line engaged,
/// and its page be lost. It waits until the first one ends; the page's text goes at once.
///
/// Kept in memory alone: after a restart the worst is one call to an engaged line.
final class OperatorLines: Sendable {
  /// How soon a page call that waits looks again.
  static let lookAgainSeconds = 3
  /// Nothing is waited for longer, whatever becomes of the news that the call has ended.
  static let longestWaitSeconds = 60

  private struct Line {
    let ref: CallRef
    let placedAt: Instant
  }

  private let lines = Mutex<[OperatorID: Line]>([:])

  /// Remembers the call that is about to be placed.
  func take(for item: OutboxItem, at now: Instant) {
    guard let id = item.calledOperator else { return }
    lines.withLock { $0[id] = Line(ref: item.ref, placedAt: now) }
  }

  func isEngaged(
    for item: OutboxItem, in transaction: any StoreReading, at now: Instant
  ) throws -> Bool {
    guard case .page = item.purpose, let id = item.calledOperator,
      let line = lines.withLock({ $0[id] }), line.ref != item.ref,
      now < line.placedAt.adding(seconds: Self.longestWaitSeconds)
    else { return false }
    guard let call = try transaction.call(line.ref) else { return false }
    return call.endedAt == nil
  }
}

extension OutboxItem {
  fileprivate var calledOperator: OperatorID? {
    guard case .call = content else { return nil }
    switch purpose {
    case .page(_, let id), .bridge(_, let id, _): return id
    case .watchText, .checkCall, .reply, .operatorReply, .outside, .notice: return nil
    }
  }
}
