/// Which sentences a question consists of.
extension Dialogue {
  func question(_ phase: DialoguePhase) -> [Spoken] {
    switch phase {
    case .code: [.say(purpose.keypad == .operator ? .enterOperatorCode : .enterCode)]
    case .extended(let end, let isHour): newEnd(end, isHour: isHour)
    case .numberAgain: [.say(.keyYourNumber)]
    case .confirmBridge: [.say(.bridgeSilentAlarm)]
    case .begun, .menu, .beforeConnect, .connecting, .ended: menu()
    }
  }

  private func newEnd(_ end: Instant, isHour: Bool) -> [Spoken] {
    let right: [Spoken] = [.say(.newEnd), .time(end, ending: "."), .say(.hangUpIfRight)]
    return isHour ? right : right + [.say(.hourPressTwo)]
  }

  private func menu() -> [Spoken] {
    switch purpose {
    case .checkCall:
      [.say(.checkGreeting), .say(.checkMenu)]
    case .incomingWatched(let end, _):
      [.say(.watchedUntil), .time(end, ending: "."), .say(.watchedMenu)]
    case .incomingDuringCase:
      [.say(.caseOpen), .say(.emergencyNumber)]
    case .incomingNotWatched:
      [.say(.notWatched)]
    case .incomingUnknown:
      [.say(.unknownCaller)]
    case .page(let kind, let priority, let at, _),
      .operatorIncoming(let kind, let priority, let at, _):
      page(kind, priority, at)
    case .bridgeOperator(let reference, _):
      [.say(.bridgeAlarm), .reference(reference, ending: "."), .say(.bridgeMenu)]
    case .voicemail, .incomingPaused, .pageVoicemail, .outsidePage,
      .operatorIncomingNothingOpen, .alreadyReceived:
      [.say(.goodbye)]
    }
  }

  private func page(_ kind: CaseKind, _ priority: Int, _ at: Instant) -> [Spoken] {
    [.say(.pageGreeting), .priority(priority)] + about(kind, at) + [.say(.pageMenu)]
  }

  /// Said through without a question: a key, a greeting or a machine must not cut it short.
  func outsideWords(_ centre: PhoneNumber) -> [Spoken] {
    Array(
      repeating: [.say(.outsidePage), .number(centre, ending: ".")],
      count: DialogueLimits.menuPlays
    ).flatMap { $0 }
  }

  /// What an operator must know before ringing anybody.
  private func about(_ kind: CaseKind, _ at: Instant) -> [Spoken] {
    switch kind {
    case .notReached: [.say(.pageNotReached), .time(at, ending: ".")]
    case .sos: [.say(.pageHelp), .time(at, ending: ".")]
    case .silentSOS, .duress: [.say(.pageSilent)]
    case .dangerWords: [.say(.pageWorrying)]
    case .callback: [.say(.pageCallBack)]
    case .unclear: [.say(.pageUnclear)]
    case .fault: [.say(.pageFault)]
    }
  }

  func words(for reason: EarlyEnd) -> [Spoken] {
    switch reason {
    case .alreadyReceived: [.say(.alreadyReceived)]
    case .pageTakenBefore(let at): [.say(.pageTakenBefore), .time(at, ending: ".")]
    case .notStored(let number?): [.say(.notStoredRing), .number(number, ending: ".")]
    case .notStored(nil): [.say(.notStored)]
    }
  }
}
