package import CheckinFlows
import Synchronization

/// Keeps a flood of forged requests from filling the log: every rejection is counted elsewhere, and
/// once they come often, one line a minute tells how many there were.
package final class RejectionLog: Sendable {
  /// So many within the window are a flood, not a mistake.
  static let floodCount = 20
  static let windowSeconds = 300
  static let pauseSeconds = 60

  fileprivate struct State {
    /// The latest ones, `floodCount` at most.
    var recent: [Instant] = []
    var untold = 0
    var latestLineAt: Instant?

    /// Whether this one follows so many others within the window.
    func isFlood(at now: Instant) -> Bool {
      guard recent.count >= floodCount, let first = recent.first else { return false }
      return now < first.adding(seconds: windowSeconds)
    }
  }

  private let state = Mutex(State())

  package init() {}

  /// How many rejections the line to be written now stands for; `nil` writes none.
  package func lineCount(at now: Instant) -> Int? {
    state.withLock { state in
      let isFlood = state.isFlood(at: now)
      state.recent = (state.recent + [now]).suffix(Self.floodCount)
      state.untold += 1
      if isFlood, let latest = state.latestLineAt,
        now < latest.adding(seconds: Self.pauseSeconds)
      {
        return nil
      }
      defer { state.untold = 0 }
      state.latestLineAt = now
      return state.untold
    }
  }
}
