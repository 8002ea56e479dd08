/// Why a call is held: it decides what is said first and which keys count.
///
/// Person: 1 all is well, 2 more time, 9 help, 0 operator, star again. Operator: 4 take, 5 pass on,
/// star again. A key never has two meanings within a kind of call.
public enum DialoguePurpose: Hashable, Codable, Sendable {
  /// We ring the person at the end time. `isLast` changes what silence is told.
  case checkCall(isLast: Bool, needsCode: Bool)
  /// The provider reports a machine at the person's number, on the last attempt.
  /// `ownNumber` is the centre's; `nil` keeps silent, for people who asked for that.
  case voicemail(ownNumber: PhoneNumber?)
  /// A known number rings in during a live watch.
  case incomingWatched(end: Instant, needsCode: Bool)
  /// A known number rings in while a case holds the watch.
  case incomingDuringCase(needsCode: Bool)
  /// A known number rings in and no watch lives, or must not seem to live.
  case incomingNotWatched
  case incomingUnknown(isHidden: Bool)
  /// A suspended person rings in.
  case incomingPaused
  /// We ring an operator about a case. `concernedAt` is the time that the case is about.
  case page(kind: CaseKind, priority: Int, concernedAt: Instant, needsCode: Bool)
  /// The provider reports a machine at the operator's number.
  case pageVoicemail
  /// We ring somebody who is no operator, because everybody is silent: the sentence and the number
  /// to ring, several times. Nobody can take the case here.
  case outsidePage(centre: PhoneNumber)
  /// An operator rings in and a case waits to be taken.
  case operatorIncoming(kind: CaseKind, priority: Int, concernedAt: Instant, needsCode: Bool)
  /// An operator rings in and nothing waits.
  case operatorIncomingNothingOpen
  /// We ring the operator first, and join the person after key 1. A silent alarm asks twice.
  case bridgeOperator(caseReference: String, isSilentAlarm: Bool)
  /// The call was already ringing when its reason went away.
  case alreadyReceived
}

extension DialoguePurpose {
  /// Whether this call asks for a code after 1 or 4.
  var needsCode: Bool {
    switch self {
    case .checkCall(_, let needsCode), .incomingWatched(_, let needsCode),
      .incomingDuringCase(let needsCode), .page(_, _, _, let needsCode),
      .operatorIncoming(_, _, _, let needsCode):
      needsCode
    case .voicemail, .incomingNotWatched, .incomingUnknown, .incomingPaused, .pageVoicemail,
      .outsidePage, .operatorIncomingNothingOpen, .bridgeOperator, .alreadyReceived:
      false
    }
  }

  /// Which keys count.
  var keypad: Keypad {
    switch self {
    case .checkCall, .incomingWatched, .incomingDuringCase: .person
    case .incomingNotWatched, .incomingUnknown: .number
    case .page, .operatorIncoming: .operator
    case .bridgeOperator: .bridge
    case .voicemail, .incomingPaused, .pageVoicemail, .outsidePage,
      .operatorIncomingNothingOpen, .alreadyReceived:
      .none
    }
  }

  /// The first words ask for nothing, although keys count.
  var isNewsOnly: Bool {
    if case .incomingDuringCase = self { return true }
    return false
  }
}

/// The meanings that keys have throughout one call.
enum Keypad: Hashable, Codable, Sendable {
  case person
  case `operator`
  case bridge
  /// A telephone number to be rung back, or 0.
  case number
  case none
}
