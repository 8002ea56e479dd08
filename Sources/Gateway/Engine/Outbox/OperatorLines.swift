import CheckinFlows
import Synchronization

/// Which operators we are talking to, or ringing: a second call would only find the line engaged,
/// and its page be lost. It waits until the first one ends; the page's text goes at once.
///
/// Kept in memory, and after a start read once from the calls that have not ended.
final class OperatorLines: Sendable {
  /// How soon a page call that waits looks again.
  static let lookAgainSeconds = 3
  /// Nothing is waited for longer, whatever becomes of the news that the call has ended.
  static let longestWaitSeconds = 60

  private struct Line {
    let ref: CallRef
    let placedAt: Instant
  }

  /// More operators than are ever rung at once.
  private static let mostAtStart = 1000

  /// `nil` until the store has been asked.
  private let lines = Mutex<[OperatorID: Line]?>(nil)

  /// Remembers the call that is about to be placed.
  func take(for item: OutboxItem, at now: Instant) {
    guard let id = item.calledOperator else { return }
    lines.withLock { $0?[id] = Line(ref: item.ref, placedAt: now) }
  }

  func isEngaged(
    for item: OutboxItem, in transaction: any StoreReading, at now: Instant
  ) throws -> Bool {
    guard case .page = item.purpose, let id = item.calledOperator,
      let line = try known(in: transaction)[id], line.ref != item.ref,
      now < line.placedAt.adding(seconds: Self.longestWaitSeconds)
    else { return false }
    guard let call = try transaction.call(line.ref) else { return false }
    return call.endedAt == nil
  }

  private func known(in transaction: any StoreReading) throws -> [OperatorID: Line] {
    if let known = lines.withLock({ $0 }) { return known }
    var found: [OperatorID: Line] = [:]
    for call in try transaction.liveCalls(limit: Self.mostAtStart) {
      guard let id = call.purpose.calledOperator else { continue }
      found[id] = Line(ref: call.ref, placedAt: call.placedAt)
    }
    let read = found
    lines.withLock { $0 = $0 ?? read }
    return read
  }
}

extension CallPurpose {
  fileprivate var calledOperator: OperatorID? {
    switch self {
    case .page(_, let id), .bridge(_, let id, _): id
    case .check, .outside, .incoming: nil
    }
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
