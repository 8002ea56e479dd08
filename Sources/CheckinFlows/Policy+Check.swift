/// A setting outside the range that is known to work, or settings that fit badly together. Allowed,
/// and said in `check`.
public struct PolicyWarning: Hashable, Sendable {
  /// The settings' keys, `watch.attempts`.
  public let keys: [String]
  /// What is unusual, in words.
  public let reason: String
}

/// A setting, or several together, that would break the safety contract. Refused.
public struct PolicyFault: Hashable, Sendable {
  /// The settings' keys.
  public let keys: [String]
  /// What is wrong and what to do, in words.
  public let reason: String
}

extension Policy {
  /// Settings outside their ranges, in seconds, minutes or counts as they are kept.
  public func warnings() -> [PolicyWarning] {
    rangeWarnings() + orderWarnings()
  }

  private func rangeWarnings() -> [PolicyWarning] {
    ranged.filter { !$0.range.contains($0.value) }.map { key, value, range in
      PolicyWarning(
        keys: [key],
        reason: "\(key) is \(value); usual is \(range.lowerBound) to \(range.upperBound).")
    }
  }

  private func orderWarnings() -> [PolicyWarning] {
    inOrder.filter { !$0.isKept }.map { PolicyWarning(keys: $0.keys, reason: $0.reason) }
  }

  private var inOrder: [(keys: [String], isKept: Bool, reason: String)] {
    [
      (
        ["page.next-rung", "page.ring-time"], nextRungSeconds >= operatorRingSeconds,
        "The next rung comes before the first has rung out."
      ),
      (
        ["page.everybody", "page.next-rung"], everybodySeconds >= nextRungSeconds,
        "Everybody is called before the second rung."
      ),
      (
        ["watch.shortest", "watch.longest"], shortestSeconds <= longestSeconds,
        "No text can start a watch: none is both long enough and short enough."
      ),
      (
        ["watch.extend-default", "watch.extend-longest"],
        extendDefaultMinutes <= extendLongestMinutes,
        "An extension without a number is longer than an extension may be."
      ),
      (
        ["watch.extend-longest", "watch.extend-total"], extendLongestMinutes <= extendTotalMinutes,
        "One extension may be longer than all together."
      ),
    ]
  }

  private var ranged: [(key: String, value: Int, range: ClosedRange<Int>)] {
    [
      ("watch.reminder", reminderSeconds, 0...3600),
      ("watch.grace", graceSeconds, 0...1800),
      ("watch.attempts", attempts, 2...5),
      ("watch.attempt-gap", attemptGapSeconds, 60...600),
      ("watch.ring-time", ringSeconds, 15...45),
      ("watch.answer-limit", answerLimitSeconds, 60...180),
      ("page.next-rung", nextRungSeconds, 30...300),
      ("page.claim", claimSeconds, 120...900),
      ("page.ring-time", operatorRingSeconds, 20...45),
    ]
  }

  /// What makes this policy impossible to keep a promise under; empty for a usable one.
  public func faults() -> [PolicyFault] {
    positiveFaults() + contactFaults()
  }

  private func positiveFaults() -> [PolicyFault] {
    let mustBePositive = [
      ("watch.attempts", attempts), ("watch.attempt-gap", attemptGapSeconds),
      ("watch.ring-time", ringSeconds), ("watch.answer-limit", answerLimitSeconds),
      ("watch.shortest", shortestSeconds), ("watch.extend-default", extendDefaultMinutes),
      ("watch.wrong-codes", wrongCodes), ("page.next-rung", nextRungSeconds),
      ("page.claim", claimSeconds), ("page.everybody", everybodySeconds),
      ("page.ring-time", operatorRingSeconds), ("page.ring-again", ringAgainSeconds),
      ("page.text-again", textAgainSeconds),
    ]
    let mayBeZero = [("watch.reminder", reminderSeconds), ("watch.grace", graceSeconds)]
    return mustBePositive.filter { $0.1 < 1 }.map {
      PolicyFault(keys: [$0.0], reason: "\($0.0) must be above zero, or the step never comes.")
    }
      + mayBeZero.filter { $0.1 < 0 }.map {
        PolicyFault(keys: [$0.0], reason: "\($0.0) cannot be negative.")
      }
  }

  private func contactFaults() -> [PolicyFault] {
    guard contactBoundSeconds > Self.longestContactBoundSeconds else { return [] }
    return [
      PolicyFault(
        keys: ["watch.attempts", "watch.attempt-gap", "watch.ring-time", "watch.answer-limit"],
        reason: """
          An operator could be called as late as \(contactBoundSeconds) s after the end; at most \
          \(Self.longestContactBoundSeconds) s are allowed. Choose fewer attempts or a shorter gap.
          """)
    ]
  }
}
