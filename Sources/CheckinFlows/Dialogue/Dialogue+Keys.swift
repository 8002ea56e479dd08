/// What each key means, one function per keypad and question.
extension Dialogue {
  mutating func personPressed(_ keys: String, _ clock: SpokenClock) -> DialogueMove {
    if case .code = phase { return personCode(keys, clock) }
    switch keys.first {
    case "1": return allWell(clock)
    case "2": return moreTime(clock)
    case "9": return .act(.help)
    case "0": return .act(.operatorWanted(isSilentLine: false))
    case "*": return sayOrSilence(ask(phase, clock), clock)
    default: return unusedKey(clock)
    }
  }

  /// After an extension 1 only repeats the new end: "that is right" must never close the watch.
  private mutating func allWell(_ clock: SpokenClock) -> DialogueMove {
    if case .extended = phase { return sayOrSilence(ask(phase, clock), clock) }
    guard purpose.needsCode else { return .act(.allWell) }
    return sayOrSilence(ask(.code, clock), clock)
  }

  private mutating func moreTime(_ clock: SpokenClock) -> DialogueMove {
    guard case .extended(_, let isHour) = phase else { return .act(.extendFirst) }
    return isHour ? sayOrSilence(ask(phase, clock), clock) : .act(.extendHour)
  }

  /// Codes have at least four digits, so an entry that is only 9, 112 or 0 keeps the meaning that
  /// these have everywhere, and a lone 1 is the double of the key before.
  private mutating func personCode(_ keys: String, _ clock: SpokenClock) -> DialogueMove {
    let entry = KeyEntry(keys)
    if entry.isCryForHelp { return .act(.help) }
    if entry.digits == "0" { return .act(.operatorWanted(isSilentLine: false)) }
    if entry.wantsAgain || entry.digits.isEmpty || entry.digits == "1" {
      return sayOrSilence(ask(phase, clock), clock)
    }
    return .act(.code(entry.digits))
  }

  mutating func operatorPressed(_ keys: String, _ clock: SpokenClock) -> DialogueMove {
    if case .code = phase { return operatorCode(keys, clock) }
    switch keys.first {
    case "4": return purpose.needsCode ? sayOrSilence(ask(.code, clock), clock) : .act(.takePage)
    case "5": return .act(.passOnPage)
    case "*": return sayOrSilence(ask(phase, clock), clock)
    default: return unusedKey(clock)
    }
  }

  private mutating func operatorCode(_ keys: String, _ clock: SpokenClock) -> DialogueMove {
    let entry = KeyEntry(keys)
    if entry.digits == "5" { return .act(.passOnPage) }
    if entry.wantsAgain || entry.digits.isEmpty || entry.digits == "4" {
      return sayOrSilence(ask(phase, clock), clock)
    }
    return .act(.takePageWithCode(entry.digits))
  }

  mutating func bridgePressed(_ keys: String, _ clock: SpokenClock) -> DialogueMove {
    switch keys.first {
    case "1": return wantsToTalk(clock)
    case "*": return sayOrSilence(ask(phase, clock), clock)
    default: return unusedKey(clock)
    }
  }

  private mutating func wantsToTalk(_ clock: SpokenClock) -> DialogueMove {
    guard case .bridgeOperator(_, isSilentAlarm: true) = purpose, case .menu = phase else {
      return .act(.talk)
    }
    return sayOrSilence(ask(.confirmBridge, clock), clock)
  }

  /// A number to ring back, 0 for an operator. Too few digits fall back on the calling number;
  /// where that is hidden the question is put once more.
  mutating func numberKeyed(_ keys: String, _ clock: SpokenClock) -> DialogueMove {
    let entry = KeyEntry(keys)
    if entry.isCryForHelp { return .act(.help) }
    if entry.wantsAgain { return sayOrSilence(ask(phase, clock), clock) }
    if entry.digits.isEmpty || entry.digits == "0" {
      return .act(.operatorWanted(isSilentLine: false))
    }
    if entry.digits.count < DialogueLimits.shortestNumber, isHidden {
      return .act(.operatorWanted(isSilentLine: false))
    }
    return .act(.callBack(typedDigits: entry.digits))
  }

  var isHidden: Bool {
    if case .incomingUnknown(isHidden: true) = purpose { return true }
    return false
  }
}

/// Several keys read as one answer.
struct KeyEntry {
  /// What stands before the first hash key, digits only.
  let digits: String
  /// Star means "say it again", wherever it stands.
  let wantsAgain: Bool

  init(_ keys: String) {
    let answer = keys.prefix { $0 != "#" }
    digits = String(
      answer.filter { $0.isASCII && $0.isNumber }.prefix(DialogueLimits.numberDigits))
    wantsAgain = answer.contains("*")
  }

  /// Only nines, too few for a code or a number; or somebody who keys the emergency number here.
  var isCryForHelp: Bool {
    if digits == "112" { return true }
    return (1...3).contains(digits.count) && digits.allSatisfy { $0 == "9" }
  }
}
