extension Policy {
  /// A closing text this soon after a receipt of ours may be an answer to the receipt.
  public static let receiptAnswerSeconds = 180
  /// The shortest gap that a policy may have; a refused call is followed this soon.
  public static let shortestGapSeconds = 60
  /// More than a day is not an extension but another promise.
  public static let longestExtensionWordMinutes = 1440
  /// From the grace's end to an operator's page, at most.
  public static let longestContactBoundSeconds = 1200
  /// What the gateway itself may need beside the telephone's own limits.
  public static let ownDelaySeconds = 60

  /// After this a call to the person counts as over, whatever the provider tells.
  public var callLimitSeconds: Int { ringSeconds + answerLimitSeconds }

  /// From one attempt's start to the next one's, when the call's end is never told.
  public var attemptStepSeconds: Int { max(attemptGapSeconds, callLimitSeconds) }

  /// From the first attempt's start until the last one is over, at most.
  public var contactSeconds: Int { (attempts - 1) * attemptStepSeconds + callLimitSeconds }

  /// The promise: within this time after the end and the grace, an operator's page is ordered.
  public var contactBoundSeconds: Int { contactSeconds + Self.ownDelaySeconds }
}
