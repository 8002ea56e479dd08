import struct Foundation.TimeZone

extension Dialogue {
  /// What it means if the call ends now. Harmless to ask twice.
  public var meaningOfHangUp: HangUpMeaning {
    guard !isSettled else { return .nothing }
    if isJoining { return purpose.keypad == .bridge ? .nothing : .callBackUnlessTalked }
    switch purpose {
    case .checkCall: return .notReached(reasonWithoutContact)
    case .voicemail: return .notReached(.noKey)
    case .incomingWatched, .incomingNotWatched, .incomingPaused: return .callBack
    case .incomingUnknown(let isHidden): return isHidden ? .nothing : .callBack
    case .incomingDuringCase, .page, .pageVoicemail, .outsidePage,
      .operatorIncoming, .operatorIncomingNothingOpen, .bridgeOperator, .alreadyReceived:
      return .nothing
    }
  }

  private var isJoining: Bool {
    switch phase {
    case .beforeConnect, .connecting: true
    case .begun, .menu, .code, .extended, .numberAgain, .confirmBridge, .ended: false
    }
  }

  private var reasonWithoutContact: NotConfirmedReason {
    if case .begun = phase { return .noAnswer }
    if wrongCodes > 0 { return .wrongCode }
    if case .ended = phase { return .noKey }
    return .hungUp
  }

  /// For a live call whose own state cannot be read or written: always answered with words.
  public static func notStored(_ language: Language, ring number: PhoneNumber?) -> VoiceStep {
    closing(.notStored(ring: number), language)
  }

  /// For a call that nobody knows about any more.
  public static func nothingToSay(_ language: Language) -> VoiceStep {
    closing(.alreadyReceived, language)
  }

  private static func closing(_ reason: EarlyEnd, _ language: Language) -> VoiceStep {
    var dialogue = Dialogue(.alreadyReceived, language: language)
    let zone = TimeZone(secondsFromGMT: 0) ?? .current
    return dialogue.end(because: reason, turn: 0, at: Instant(milliseconds: 0), zone: zone)
  }
}
