public import struct Foundation.TimeZone

/// One telephone call as a small state machine of prompts and keys, the same on every provider.
///
/// Each step opens a turn, numbered from 0 (picked up). Voice URLs carry the number, and a repeated
/// request gets the answer it got before. Store the value after every `hear` that says, and in the
/// same transaction as the deed after every `resume`.
public struct Dialogue: Hashable, Codable, Sendable {
  public let purpose: DialoguePurpose
  public let language: Language
  /// The turn that is waited for.
  public var turn: Int { given.count }
  /// How long the call may last from pick-up.
  public let answerLimitSeconds: Int

  /// What was answered to each turn.
  var given: [VoiceStep] = []
  var phase = DialoguePhase.begun
  var beganAt: Instant?
  /// Keys before this time still belong to the turn before.
  var deafUntil: Instant?
  var unusedKeys = 0
  var wrongCodes = 0
  /// A deed was done, or is known to be needless: a hang-up means nothing more.
  var isSettled = false

  public init(_ purpose: DialoguePurpose, language: Language, answerLimitSeconds: Int = 90) {
    self.purpose = purpose
    self.language = language
    self.answerLimitSeconds = answerLimitSeconds
  }

  /// Takes what the provider reports about `turn`.
  ///
  /// Where the purpose has gone away meanwhile, the turn is new and the move is `.say`, call `end`
  /// instead of saying it; a deed is always done, so that 9 is never lost.
  public mutating func hear(
    _ input: CallInput, turn: Int, at now: Instant, zone: TimeZone
  ) -> DialogueMove {
    guard !isAnswered(turn: turn) else { return .say(given[max(turn, 0)]) }
    if beganAt == nil { beganAt = now }
    return move(after: input, SpokenClock(now: now, zone: zone))
  }

  /// What is heard after the deed that `hear` asked for has been done and stored.
  public mutating func resume(
    with result: DeedResult, at now: Instant, zone: TimeZone
  ) -> VoiceStep {
    step(after: result, SpokenClock(now: now, zone: zone))
  }

  /// A short closing sentence in place of the step that `hear` gave for `turn`.
  public mutating func end(
    because reason: EarlyEnd, turn: Int, at now: Instant, zone: TimeZone
  ) -> VoiceStep {
    given.removeSubrange(min(max(turn, 0), given.count)...)
    let isStored = if case .notStored = reason { false } else { true }
    return close(words(for: reason), SpokenClock(now: now, zone: zone), settled: isStored)
  }

  /// A repeated request: `hear` gives the same answer as before, whatever has happened since.
  public func isAnswered(turn: Int) -> Bool { turn < given.count }
}

/// Where a call stands: what the turn that is waited for answers.
enum DialoguePhase: Hashable, Codable, Sendable {
  case begun
  case menu
  case code
  /// The new end has been read back; `isHour` after the second 2.
  case extended(end: Instant, isHour: Bool)
  /// A hidden caller was asked for a number once more.
  case numberAgain
  /// The operator must press 1 again before a silent alarm's person is rung.
  case confirmBridge
  case beforeConnect(PhoneNumber, afterAlarm: Bool)
  case connecting(afterAlarm: Bool)
  case ended
}

/// Limits of one call.
public enum DialogueLimits {
  /// No key can make a call endless: after this many steps nothing is asked any more. Four more
  /// may follow: a word, a connection, its failure and a closing sentence.
  static let stepsWithQuestions = 12
  public static let steps = 16
  /// Keys without a meaning, before the call ends like one without keys.
  static let unusedKeys = 3
  /// Wrong codes by an operator in one call.
  static let operatorCodes = 3
  /// Digits after an accepted 0 or 2 are doubles of it.
  static let deafSeconds = 2
  /// The same digit within this time is one press, doubled by a codec.
  public static let doubledMilliseconds: Int64 = 120
  static let menuPlays = 3
  static let menuPauseSeconds = 4
  static let codeSeconds = 10
  static let codeDigits = 8
  static let numberSeconds = 5
  static let numberDigits = 15
  static let shortestNumber = 7
  /// Kept for the closing sentence. Only somebody who asks for help in the last seconds hears a
  /// longer one.
  static let closingSeconds = 12
  /// How long a staffed number, or the person in a bridge, is rung.
  static let connectRingSeconds = 25
}
