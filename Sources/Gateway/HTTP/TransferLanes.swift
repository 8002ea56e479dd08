/// The requests that wait, one lane for each server, and the count of those that run.
///
/// Requests never wait inside libcurl: there a waiting one would outlive its own time-out, and a
/// server that hangs would hold up requests to the others. Pure: the thread asks, then acts.
struct TransferLanes {
  private struct Lane {
    var running = 0
    var waiting: [Submission] = []
    /// Taken from the front so far; the array is cut when it is all taken.
    var taken = 0

    var isEmpty: Bool { running == 0 && taken == waiting.count }

    mutating func takeFirst() -> Submission? {
      guard taken < waiting.count else { return nil }
      defer { compact() }
      taken += 1
      return waiting[taken - 1]
    }

    private mutating func compact() {
      guard taken == waiting.count || taken >= 1024 else { return }
      waiting.removeFirst(taken)
      taken = 0
    }

    mutating func removeWaiting(where isGone: (Submission) -> Bool) -> [Submission] {
      let rest = waiting[taken...]
      let gone = rest.filter(isGone)
      guard !gone.isEmpty else { return [] }
      waiting = rest.filter { !isGone($0) }
      taken = 0
      return gone
    }
  }

  private let perHost: Int
  private let total: Int
  private var lanes: [String: Lane] = [:]
  private var order: [String] = []
  private var turn = 0
  private var running = 0
  private(set) var waitingCount = 0

  init(perHost: Int, total: Int) {
    self.perHost = perHost
    self.total = total
  }

  mutating func enqueue(_ submission: Submission) {
    let name = submission.destination.lane
    if lanes[name] == nil { order.append(name) }
    lanes[name, default: Lane()].waiting.append(submission)
    waitingCount += 1
  }

  /// The next request that may start now; it counts as running until `finish(lane:)`.
  /// The lanes take turns, so that one busy server does not starve another.
  mutating func startNext() -> Submission? {
    guard running < total, waitingCount > 0 else { return nil }
    for step in 0..<order.count {
      let position = (turn + step) % order.count
      if let submission = takeFirst(in: order[position]) {
        turn = position + 1
        return submission
      }
    }
    return nil
  }

  private mutating func takeFirst(in name: String) -> Submission? {
    guard let running = lanes[name]?.running, running < perHost,
      let submission = lanes[name]?.takeFirst()
    else { return nil }
    lanes[name]?.running += 1
    self.running += 1
    waitingCount -= 1
    return submission
  }

  mutating func finish(lane name: String) {
    lanes[name]?.running -= 1
    running -= 1
    dropIfEmpty(name)
  }

  /// Takes out the waiting requests that `isGone` names.
  mutating func removeWaiting(where isGone: (Submission) -> Bool) -> [Submission] {
    guard waitingCount > 0 else { return [] }
    var gone: [Submission] = []
    for name in order {
      gone += lanes[name]?.removeWaiting(where: isGone) ?? []
      dropIfEmpty(name)
    }
    waitingCount -= gone.count
    return gone
  }

  private mutating func dropIfEmpty(_ name: String) {
    guard lanes[name]?.isEmpty == true else { return }
    lanes[name] = nil
    order.removeAll { $0 == name }
  }
}
