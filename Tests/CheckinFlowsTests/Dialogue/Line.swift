import CheckinFlows
import Foundation

/// Plays one call against a `Dialogue` and writes down what both sides say.
struct Line {
  var dialogue: Dialogue
  var now: Instant
  var transcript: [String] = []
  let zone = Line.stockholm

  static let stockholm = TimeZone(identifier: "Europe/Stockholm") ?? .gmt
  /// 24 November 2026, 21.30 in Stockholm.
  static let half9 = Instant(milliseconds: 1_795_552_200_000)

  init(_ purpose: DialoguePurpose, _ language: Language = .swedish, limit: Int = 90) {
    dialogue = Dialogue(purpose, language: language, answerLimitSeconds: limit)
    now = Line.half9
  }

  /// One input; a deed gets `result`. Five seconds pass, unless told otherwise.
  @discardableResult
  mutating func hears(
    _ input: CallInput, result: DeedResult? = nil, after seconds: Int = 5
  ) -> DialogueMove {
    now = now.adding(seconds: seconds)
    transcript.append("> \(input.text)")
    let move = dialogue.hear(input, turn: dialogue.turn, at: now, zone: zone)
    switch move {
    case .say(let step): transcript.append("< \(step.text)")
    case .act(let deed):
      transcript.append("! \(deed)")
      guard let result else { break }
      transcript.append("< \(dialogue.resume(with: result, at: now, zone: zone).text)")
    }
    return move
  }

  /// What the deed that was asked for leads to.
  mutating func resumes(_ result: DeedResult) -> VoiceStep {
    dialogue.resume(with: result, at: now, zone: zone)
  }

  var text: String { transcript.joined(separator: "\n") }
}

extension CallInput {
  var text: String {
    switch self {
    case .begin: "picked up"
    case .keys(let keys): keys
    case .noInput: "nothing"
    case .played: "played"
    case .connectEnded(let result): "connection \(result)"
    }
  }
}

extension VoiceStep {
  var text: String {
    switch self {
    case .ask(let prompt, let digits, let seconds, let plays):
      "\(prompt.words) [\(digits) digits, \(seconds) s, \(plays) plays]"
    case .sayAndHangUp(let prompt): "\(prompt.words) [ends]"
    case .sayAndGoOn(let prompt): prompt.words
    case .connect: "[connects]"
    case .hangUp: "[hangs up]"
    }
  }

  var prompt: Prompt? {
    switch self {
    case .ask(let prompt, _, _, _), .sayAndHangUp(let prompt), .sayAndGoOn(let prompt): prompt
    case .connect, .hangUp: nil
    }
  }
}

extension DialogueMove {
  var words: String? {
    guard case .say(let step) = self else { return nil }
    return step.prompt?.words
  }
}
