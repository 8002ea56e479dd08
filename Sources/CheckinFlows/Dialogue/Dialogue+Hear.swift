/// From what the provider reports to the next move.
extension Dialogue {
  mutating func move(after input: CallInput, _ clock: SpokenClock) -> DialogueMove {
    switch phase {
    case .begun:
      return open(clock)
    case .ended:
      return .say(.hangUp)
    case .beforeConnect(let number, let afterAlarm):
      return .say(join(number, afterAlarm: afterAlarm))
    case .connecting:
      return connectEnded(input, clock)
    case .menu, .code, .extended, .numberAgain, .confirmBridge:
      guard case .keys(let keys) = input, !keys.isEmpty else { return silence(clock) }
      return pressed(keys, clock)
    }
  }

  /// The first words of the call.
  private mutating func open(_ clock: SpokenClock) -> DialogueMove {
    switch purpose {
    case .voicemail(let ownNumber):
      return .say(leaveMessage(ownNumber, clock))
    case .incomingPaused:
      return .act(.operatorWanted(isSilentLine: false))
    case .pageVoicemail:
      return .say(close([.say(.pageVoicemail)], clock, settled: true))
    case .outsidePage(let centre):
      return .say(close(outsideWords(centre), clock, settled: true))
    case .operatorIncomingNothingOpen:
      return .say(close([.say(.nothingOpen)], clock, settled: true))
    case .alreadyReceived:
      return .say(close([.say(.alreadyReceived)], clock, settled: true))
    case .checkCall, .incomingWatched, .incomingDuringCase, .incomingNotWatched,
      .incomingUnknown, .page, .operatorIncoming, .bridgeOperator:
      return sayOrSilence(ask(.menu, clock), clock)
    }
  }

  private mutating func pressed(_ keys: String, _ clock: SpokenClock) -> DialogueMove {
    if let deafUntil, clock.now < deafUntil { return pressedTooSoon(keys, clock) }
    switch purpose.keypad {
    case .person: return personPressed(keys, clock)
    case .operator: return operatorPressed(keys, clock)
    case .bridge: return bridgePressed(keys, clock)
    case .number: return numberKeyed(keys, clock)
    case .none: return .say(close([.say(.goodbye)], clock, settled: isSettled))
    }
  }

  /// Doubles of an accepted 0 or 2 are dropped; a 9 never is.
  private mutating func pressedTooSoon(_ keys: String, _ clock: SpokenClock) -> DialogueMove {
    keys.contains("9") ? .act(.help) : sayOrSilence(ask(phase, clock), clock)
  }

  /// No key came, or no more are waited for.
  mutating func silence(_ clock: SpokenClock) -> DialogueMove {
    if case .extended = phase { return .say(close([.say(.goodbye)], clock, settled: true)) }
    if case .numberAgain = phase {
      return .say(close([.say(.callAgain)], clock, settled: isSettled))
    }
    switch purpose {
    case .checkCall:
      return .act(.noReply(wrongCodes > 0 ? .wrongCode : .noKey))
    case .incomingWatched, .incomingDuringCase, .incomingNotWatched, .incomingUnknown,
      .incomingPaused:
      return .act(.operatorWanted(isSilentLine: true))
    case .page, .operatorIncoming:
      return .say(close([.say(.pageGoesOn)], clock, settled: true))
    case .bridgeOperator:
      return .say(close([.say(.bridgeNotJoined)], clock, settled: true))
    case .voicemail, .pageVoicemail, .outsidePage, .operatorIncomingNothingOpen,
      .alreadyReceived:
      return .say(close([.say(.goodbye)], clock, settled: true))
    }
  }

  /// A key that has no meaning here: said so, and the same question again, a few times.
  mutating func unusedKey(_ clock: SpokenClock) -> DialogueMove {
    unusedKeys += 1
    guard unusedKeys <= DialogueLimits.unusedKeys else { return silence(clock) }
    return sayOrSilence(ask(phase, clock, after: [.say(.keyNotUsed)]), clock)
  }

  /// What to do when there is no time left for a question.
  mutating func sayOrSilence(_ step: VoiceStep?, _ clock: SpokenClock) -> DialogueMove {
    guard let step else { return silence(clock) }
    return .say(step)
  }

  private mutating func leaveMessage(_ ownNumber: PhoneNumber?, _ clock: SpokenClock) -> VoiceStep {
    guard let ownNumber else { return record(.hangUp, .ended) }
    return close([.say(.voicemail), .number(ownNumber, ending: ".")], clock, settled: false)
  }

  private mutating func connectEnded(_ input: CallInput, _ clock: SpokenClock) -> DialogueMove {
    if case .connectEnded(.success) = input {
      isSettled = true
      return .say(record(.hangUp, .ended))
    }
    guard purpose.keypad != .bridge else {
      return .say(close([.say(.bridgeNoAnswer)], clock, settled: true))
    }
    return .act(.operatorNotReached)
  }
}
