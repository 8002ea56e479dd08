import CheckinFlows

/// What to do with an item that a provider has surely not taken.
enum RefusalDecision: Hashable {
  /// The same provider once more, after a pause.
  case again(at: Instant)
  /// Another provider may serve it, at once.
  case next(provider: String)
  /// Nobody will take it.
  case final

  /// Posts of one item to one provider that asks for patience.
  static let triesPerProvider = 4

  /// - Parameter tries: posts of this item to this provider, the refused one included.
  static func after(
    _ kind: RefusalKind, tries: Int, nextProvider: String?, at now: Instant
  ) -> RefusalDecision {
    switch kind {
    case .invalidNumber, .optedOut, .notDialable:
      return .final
    case .noCredit, .credentials, .configuration, .countryClosed, .other:
      return nextProvider.map { .next(provider: $0) } ?? .final
    case .tryLater:
      // With another one at hand nobody waits for long; without, patience is all there is.
      let most = nextProvider == nil ? triesPerProvider : 2
      guard tries >= most else { return .again(at: now.adding(seconds: pauseSeconds(tries))) }
      return nextProvider.map { .next(provider: $0) } ?? .final
    }
  }

  /// 1, 2, 4 s: a check call's whole patience stays far within the gap between two attempts.
  private static func pauseSeconds(_ tries: Int) -> Int {
    1 << min(max(tries - 1, 0), 3)
  }
}
