/// What happens when nobody does anything: for pages that show what comes next.
public enum ForecastStep: Hashable, Sendable {
  case reminder
  /// The number of the text and call, from 1.
  case call(Int)
  /// A case opens and an operator is paged.
  case operatorPage
  /// An unclaimed case pages on.
  case nextPage
  /// A claim runs out.
  case claimEnd
}

/// A step and when it comes at the earliest.
public struct ForecastEntry: Hashable, Sendable {
  public let at: Instant
  public let step: ForecastStep

  init(_ step: ForecastStep, at: Instant) {
    self.at = at
    self.step = step
  }
}

extension Watch {
  /// The first entry is the stored next step; those after it assume that nobody picks up. Empty
  /// when the watch waits for a case, or is closed.
  public func forecast(_ policy: Policy) -> [ForecastEntry] {
    guard case .at(let next) = nextStep else { return [] }
    let firstCall = end.adding(seconds: policy.graceSeconds)
    switch phase {
    case .draft, .awaitingOperator, .closed: return []
    case .armed where next < end:
      return [ForecastEntry(.reminder, at: next)] + calls(from: 1, at: firstCall, policy)
    case .armed, .reminded, .overdue:
      return calls(from: 1, at: max(next, firstCall), policy)
    case .contacting(let attempt): return calls(from: attempt + 1, at: next, policy)
    }
  }

  private func calls(from number: Int, at: Instant, _ policy: Policy) -> [ForecastEntry] {
    guard number <= policy.attempts else { return [ForecastEntry(.operatorPage, at: at)] }
    let gapSeconds = number < policy.attempts ? policy.attemptGapSeconds : policy.ringSeconds
    return [ForecastEntry(.call(number), at: at)]
      + calls(from: number + 1, at: at.adding(seconds: gapSeconds), policy)
  }
}

extension Case {
  /// The next page, or the end of the claim; `nil` once the case is closed.
  public var forecast: ForecastEntry? {
    guard let nextStepAt else { return nil }
    switch responsibility {
    case .unclaimed: return ForecastEntry(.nextPage, at: nextStepAt)
    case .claimed: return ForecastEntry(.claimEnd, at: nextStepAt)
    }
  }
}
