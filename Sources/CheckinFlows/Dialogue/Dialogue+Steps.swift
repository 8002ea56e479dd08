/// How steps are made, counted and kept within the call's time.
extension Dialogue {
  /// A question, or `nil` when no time or turn is left for it.
  ///
  /// - Parameters:
  ///   - first: said before the question.
  ///   - instead: said in place of the question's own words.
  mutating func ask(
    _ phase: DialoguePhase, _ clock: SpokenClock, after first: [Spoken] = [],
    instead: [Spoken]? = nil
  ) -> VoiceStep? {
    let prompt = prompt(first + (instead ?? question(phase)), clock)
    let form = QuestionForm(phase, purpose)
    let plays = min(form.plays, playsLeft(prompt, form, clock))
    guard plays > 0, given.count < DialogueLimits.stepsWithQuestions else { return nil }
    return record(
      .ask(prompt, digits: form.digits, secondsToAnswer: form.secondsToAnswer, plays: plays),
      phase)
  }

  /// How often the question can be put before the closing sentence has to begin.
  private func playsLeft(
    _ prompt: Prompt, _ form: QuestionForm, _ clock: SpokenClock
  ) -> Int {
    let elapsed = clock.now.seconds(since: beganAt ?? clock.now)
    let left = answerLimitSeconds - elapsed - DialogueLimits.closingSeconds
    let most = max(0, left) / (prompt.estimatedSeconds + form.secondsToAnswer)
    // However short the limit, nobody is hung up on without having been asked once.
    return given.isEmpty ? max(1, most) : most
  }

  mutating func close(_ spoken: [Spoken], _ clock: SpokenClock, settled: Bool) -> VoiceStep {
    isSettled = settled
    return record(.sayAndHangUp(prompt(spoken, clock)), .ended)
  }

  mutating func record(_ step: VoiceStep, _ phase: DialoguePhase) -> VoiceStep {
    given.append(step)
    self.phase = phase
    return step
  }
}

/// How many keys a question takes, and how long and how often it waits for them.
struct QuestionForm {
  let digits: Int
  let secondsToAnswer: Int
  let plays: Int

  init(_ phase: DialoguePhase, _ purpose: DialoguePurpose) {
    switch phase {
    case .code:
      self.init(DialogueLimits.codeDigits, DialogueLimits.codeSeconds, plays: 2)
    case .numberAgain:
      self.init(DialogueLimits.numberDigits, DialogueLimits.numberSeconds, plays: 2)
    case .extended:
      self.init(1, DialogueLimits.menuPauseSeconds, plays: 1)
    case .menu where purpose.keypad == .number:
      // Waiting is an answer here: it means an operator, so it is not asked again.
      self.init(DialogueLimits.numberDigits, DialogueLimits.numberSeconds, plays: 1)
    case .menu where purpose.isNewsOnly:
      self.init(1, DialogueLimits.menuPauseSeconds, plays: 2)
    case .begun, .menu, .confirmBridge, .beforeConnect, .connecting, .ended:
      self.init(1, DialogueLimits.menuPauseSeconds, plays: DialogueLimits.menuPlays)
    }
  }

  private init(_ digits: Int, _ secondsToAnswer: Int, plays: Int) {
    self.digits = digits
    self.secondsToAnswer = secondsToAnswer
    self.plays = plays
  }
}

extension Prompt {
  /// How long it takes to say at 150 words per minute, with the pauses between sentences.
  public var estimatedSeconds: Int {
    let words = words.split(separator: " ").count
    return (words * 55 + 99) / 100 + 1
  }
}
