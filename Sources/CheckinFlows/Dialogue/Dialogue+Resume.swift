/// From the result of a deed to what is heard.
extension Dialogue {
  mutating func step(after result: DeedResult, _ clock: SpokenClock) -> VoiceStep {
    switch result {
    case .thanked: close([.say(.thanks)], clock, settled: true)
    case .signOfLifeNoted: close([.say(.signOfLifeNoted)], clock, settled: true)
    case .wrongCode: wrongCode(clock)
    case .extended(let end): extended(to: end, clock)
    case .extensionRefused(let end): extensionRefused(end, clock)
    case .heldByCase: close([.say(.caseOpen), .say(.goodbye)], clock, settled: true)
    case .alarmRaised(let number): alarmRaised(number, clock)
    case .connect(let number): connect(number, clock)
    case .operatorPaged: operatorPaged(clock)
    case .operatorPagedNumberUnknown:
      isHidden ? askForNumber(after: [], clock) : operatorPaged(clock)
    case .callBackNoted: close([.say(.callBack)], clock, settled: true)
    case .noted: close([.say(closingAfterSilence)], clock, settled: true)
    case .pageTaken: close([.say(.pageTaken)], clock, settled: true)
    case .pageTakenBefore(let at): end(.pageTakenBefore(at: at), clock)
    case .pagePassedOn: close([.say(.pagePassedOn)], clock, settled: true)
    case .alreadyReceived: end(.alreadyReceived, clock)
    // Not settled: what a hang-up means may still be stored a moment later.
    case .notStored(let number): end(.notStored(ring: number), clock)
    }
  }

  private mutating func end(_ reason: EarlyEnd, _ clock: SpokenClock) -> VoiceStep {
    let isStored = if case .notStored = reason { false } else { true }
    return close(words(for: reason), clock, settled: isStored)
  }

  private mutating func wrongCode(_ clock: SpokenClock) -> VoiceStep {
    wrongCodes += 1
    let isOperator = purpose.keypad == .operator
    if isOperator, wrongCodes >= DialogueLimits.operatorCodes {
      return close([.say(.wrongCodeLast), .say(.pageGoesOn)], clock, settled: true)
    }
    return ask(.code, clock, instead: [.say(.wrongCode)])
      ?? close([.say(closingAfterSilence)], clock, settled: false)
  }

  private mutating func extended(to end: Instant, _ clock: SpokenClock) -> VoiceStep {
    let isHour = if case .extended = phase { true } else { false }
    isSettled = true
    deafUntil = clock.now.adding(seconds: DialogueLimits.deafSeconds)
    return ask(.extended(end: end, isHour: isHour), clock)
      ?? close([.say(.newEnd), .time(end, ending: "."), .say(.goodbye)], clock, settled: true)
  }

  private mutating func extensionRefused(_ end: Instant, _ clock: SpokenClock) -> VoiceStep {
    deafUntil = clock.now.adding(seconds: DialogueLimits.deafSeconds)
    let refusal: [Spoken] = [.say(.endNotMoved), .time(end, ending: ".")]
    return ask(.menu, clock, after: refusal)
      ?? close(refusal + [.say(.goodbye)], clock, settled: false)
  }

  private mutating func alarmRaised(_ number: PhoneNumber?, _ clock: SpokenClock) -> VoiceStep {
    isSettled = true
    if let number {
      return record(
        .sayAndGoOn(prompt([.say(.alarmReceived)], clock)), .beforeConnect(number, afterAlarm: true)
      )
    }
    guard isHidden else {
      return close([.say(.alarmReceived), .say(.keepPhoneNear)], clock, settled: true)
    }
    return askForNumber(after: [.say(.alarmReceived)], clock)
  }

  private mutating func connect(_ number: PhoneNumber, _ clock: SpokenClock) -> VoiceStep {
    guard purpose.keypad != .bridge else { return join(number, afterAlarm: false) }
    // A number that has just failed is not rung twice in one call.
    if case .connecting = phase { return operatorPaged(clock) }
    return record(
      .sayAndGoOn(prompt(pausedFirst + [.say(.oneMoment)], clock)),
      .beforeConnect(number, afterAlarm: false))
  }

  mutating func join(_ number: PhoneNumber, afterAlarm: Bool) -> VoiceStep {
    record(
      .connect(number, ringSeconds: DialogueLimits.connectRingSeconds),
      .connecting(afterAlarm: afterAlarm))
  }

  private mutating func operatorPaged(_ clock: SpokenClock) -> VoiceStep {
    if case .connecting(afterAlarm: true) = phase {
      return close([.say(.keepPhoneNear)], clock, settled: true)
    }
    return close(pausedFirst + [.say(.operatorRingsBack)], clock, settled: true)
  }

  /// A hidden caller cannot be rung back, and must be told so.
  private mutating func askForNumber(after first: [Spoken], _ clock: SpokenClock) -> VoiceStep {
    if case .numberAgain = phase { return close(first + [.say(.callAgain)], clock, settled: true) }
    isSettled = true
    return ask(.numberAgain, clock, after: first)
      ?? close(first + [.say(.callAgain)], clock, settled: true)
  }

  private var pausedFirst: [Spoken] {
    guard case .incomingPaused = purpose, case .begun = phase else { return [] }
    return [.say(.paused)]
  }

  private var closingAfterSilence: SpokenSentence {
    guard case .checkCall(let isLast, _) = purpose else { return .goodbye }
    return isLast ? .noReplyLast : .noReply
  }
}
