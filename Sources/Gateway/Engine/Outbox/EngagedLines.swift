import CheckinFlows
import Synchronization

/// Which numbers of those who are paged we are talking to, or ringing: a second call would only
/// find the line engaged, and its page be lost. It waits until the first one ends; the page's text
/// goes at once.
///
/// Kept in memory, and after a start read once from the calls that have not ended.
final class EngagedLines: Sendable {
  /// How soon a page call that waits looks again.
  static let lookAgainSeconds = 3
  /// Nothing is waited for longer, whatever becomes of the news that the call has ended.
  static let longestWaitSeconds = 60

  private struct Line {
    let ref: CallRef
    let placedAt: Instant
  }

  /// More people than are ever rung at once.
  private static let mostAtStart = 1000

  /// `nil` until the store has been asked.
  private let lines = Mutex<[PhoneNumber: Line]?>(nil)

  /// Remembers the call that is about to be placed.
  func take(for item: OutboxItem, at now: Instant) {
    guard item.purpose.ringsWhoIsPaged, case .call = item.content, let number = item.to else {
      return
    }
    lines.withLock { $0?[number] = Line(ref: item.ref, placedAt: now) }
  }

  func isEngaged(
    for item: OutboxItem, in transaction: any StoreReading, at now: Instant
  ) throws -> Bool {
    guard item.purpose.waitsForTheLine, case .call = item.content, let number = item.to,
      let line = try known(in: transaction)[number], line.ref != item.ref,
      now < line.placedAt.adding(seconds: Self.longestWaitSeconds)
    else { return false }
    guard let call = try transaction.call(line.ref) else { return false }
    return call.endedAt == nil
  }

  private func known(in transaction: any StoreReading) throws -> [PhoneNumber: Line] {
    if let known = lines.withLock({ $0 }) { return known }
    var found: [PhoneNumber: Line] = [:]
    for call in try transaction.liveCalls(limit: Self.mostAtStart) {
      let item = try transaction.item(ref: call.ref)
      guard let item, item.purpose.ringsWhoIsPaged, let number = item.to else { continue }
      found[number] = Line(ref: call.ref, placedAt: call.placedAt)
    }
    let read = found
    lines.withLock { $0 = $0 ?? read }
    return read
  }
}

extension OutboundPurpose {
  /// Calls to operators, and to those of the outside path.
  fileprivate var ringsWhoIsPaged: Bool {
    switch self {
    case .page, .bridge, .outside: true
    case .watchText, .checkCall, .reply, .operatorReply, .notice: false
    }
  }

  /// A bridge does not wait: the operator has just asked for it.
  fileprivate var waitsForTheLine: Bool {
    switch self {
    case .page, .outside: true
    case .bridge, .watchText, .checkCall, .reply, .operatorReply, .notice: false
    }
  }
}
