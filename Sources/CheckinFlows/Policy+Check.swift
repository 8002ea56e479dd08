/// A setting outside the range that is known to work. Allowed, and said in `check`.
public struct PolicyWarning: Hashable, Sendable {
  /// The setting's key, `watch.attempts`.
  public let key: String
  public let value: Int
  public let range: ClosedRange<Int>
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
    ranged.compactMap { key, value, range in
      range.contains(value) ? nil : PolicyWarning(key: key, value: value, range: range)
    }
  }

  private var ranged: [(String, Int, ClosedRange<Int>)] {
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
    positiveFaults() + contactFaults() + pageFaults() + lengthFaults()
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

  private func pageFaults() -> [PolicyFault] {
    var faults: [PolicyFault] = []
    if nextRungSeconds < operatorRingSeconds {
      faults.append(
        PolicyFault(
          keys: ["page.next-rung", "page.ring-time"],
          reason: "The next rung comes before the first has rung out. Raise page.next-rung."))
    }
    if everybodySeconds < nextRungSeconds {
      faults.append(
        PolicyFault(
          keys: ["page.everybody", "page.next-rung"],
          reason: "Everybody is called before the second rung, which is never reached."))
    }
    return faults
  }

  private func lengthFaults() -> [PolicyFault] {
    var faults: [PolicyFault] = []
    if longestSeconds < shortestSeconds {
      faults.append(
        PolicyFault(
          keys: ["watch.shortest", "watch.longest"],
          reason: "No watch fits between watch.shortest and watch.longest."))
    }
    if extendDefaultMinutes > extendLongestMinutes || extendLongestMinutes > extendTotalMinutes {
      faults.append(
        PolicyFault(
          keys: ["watch.extend-default", "watch.extend-longest", "watch.extend-total"],
          reason: "Each must be at most the next: the default, the longest one, all together."))
    }
    return faults
  }
}
