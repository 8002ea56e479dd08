import CheckinFlows

/// One path through a call, with the time that it has taken on the line.
struct WalkedCall {
  private var dialogue: Dialogue
  private(set) var inputs: [CallInput] = []
  private var steps: [VoiceStep] = []
  private var now = Line.half9
  private var askedForHelp = false

  init(_ purpose: DialoguePurpose, _ language: Language) {
    dialogue = Dialogue(purpose, language: language)
    self = branches(after: .begin)[0]
  }

  var isOver: Bool {
    switch steps.last {
    case .sayAndHangUp, .hangUp: true
    case .ask, .sayAndGoOn, .connect, nil: false
    }
  }

  /// What can be reported about the last step.
  var possibleInputs: [CallInput] {
    switch steps.last {
    case .ask(_, let digits, _, _) where digits == 1:
      ["1", "2", "9", "0", "*", "4", "5", "7"].map { .keys($0) } + [.noInput]
    case .ask:
      ["4711#", "0701740605#", "0#", "9#", "#", "1"].map { .keys($0) } + [.noInput]
    case .sayAndGoOn: [.played]
    case .connect: [.connectEnded(.success), .connectEnded(.busy)]
    case .sayAndHangUp, .hangUp, nil: []
    }
  }

  /// One call for each way the engine could answer.
  func branches(after input: CallInput) -> [WalkedCall] {
    var next = self
    next.inputs.append(input)
    next.now = now.adding(seconds: secondsOnLine(until: input))
    let move = next.dialogue.hear(
      input, turn: next.dialogue.turn, at: next.now, zone: Line.stockholm)
    switch move {
    case .say(let step):
      next.steps.append(step)
      return [next]
    case .act(let deed):
      if deed == .help { next.askedForHelp = true }
      return results(of: deed).map { result in
        var branch = next
        branch.steps.append(
          branch.dialogue.resume(with: result, at: next.now, zone: Line.stockholm))
        return branch
      }
    }
  }

  /// The same answer to everything until the call is over.
  mutating func goOn(always input: CallInput) {
    for _ in 0...DialogueLimits.steps where !isOver {
      let fits = possibleInputs.count > 2 ? input : possibleInputs.last ?? .noInput
      self = branches(after: fits)[0]
    }
  }

  /// What this key would ask the engine to do in a question that takes one key.
  func deed(onKey key: String) -> CallDeed? {
    guard case .ask(_, 1, _, _) = steps.last else { return nil }
    var copy = dialogue
    let later = now.adding(seconds: 5)
    let move = copy.hear(.keys(key), turn: copy.turn, at: later, zone: Line.stockholm)
    guard case .act(let deed) = move else { return nil }
    // After too many keys without meaning the call is treated as silent.
    if case .noReply = deed { return nil }
    if case .operatorWanted(isSilentLine: true) = deed { return nil }
    return deed
  }

  /// What is wrong with a finished call.
  var problem: String? {
    if steps.count > DialogueLimits.steps { return "too many steps" }
    switch steps.last {
    case .sayAndHangUp(let prompt):
      let seconds = now.adding(seconds: prompt.estimatedSeconds).seconds(since: Line.half9)
      let connecting = 30 * steps.count { if case .connect = $0 { true } else { false } }
      let late = askedForHelp ? 10 : 0
      return seconds - connecting - late > 90 ? "lasts \(seconds) s" : nil
    case .hangUp:
      return inputs.last == .connectEnded(.success) ? nil : "hung up without a word"
    case .ask, .sayAndGoOn, .connect, nil:
      return "goes on for ever"
    }
  }

  /// The longest time that the last step can take before this input.
  private func secondsOnLine(until input: CallInput) -> Int {
    switch steps.last {
    case .ask(let prompt, _, let seconds, let plays):
      plays * (prompt.estimatedSeconds + seconds)
    case .sayAndGoOn(let prompt), .sayAndHangUp(let prompt): prompt.estimatedSeconds
    case .connect: 30
    case .hangUp, nil: 0
    }
  }

  private func results(of deed: CallDeed) -> [DeedResult] {
    let later = Line.half9.adding(minutes: 30)
    let staffed = DialogueWalkTests.staffed
    return switch deed {
    case .allWell: [.thanked, .signOfLifeNoted, .alreadyReceived, .notStored(ring: staffed)]
    case .code: [.wrongCode, .thanked]
    case .extendFirst, .extendHour: [.extended(to: later), .extensionRefused(end: later)]
    case .help: [.alarmRaised(connect: staffed), .alarmRaised(connect: nil)]
    case .operatorWanted, .operatorNotReached:
      [.operatorPaged, .operatorPagedNumberUnknown] + (staffed.map { [.connect($0)] } ?? [])
    case .callBack: [.callBackNoted]
    case .noReply: [.noted]
    case .takePage: [.pageTaken, .pageTakenBefore(at: later)]
    case .takePageWithCode: [.wrongCode, .pageTaken]
    case .passOnPage: [.pagePassedOn]
    case .talk: staffed.map { [.connect($0)] } ?? []
    }
  }
}
