import Foundation

/// A call's conversation in 46elks' dialect.
struct ElksScript: CallScript {
  static let cost = 2800

  private let start: String
  private let playResultWord: String
  private var whenHangUp: String?
  private var current: ElksAction?
  private var trail: [JSONValue] = []

  private static let trailLimit = 200

  init(start: String, playResultWord: String, whenHangUp: String?) {
    self.start = start
    self.playResultWord = playResultWord
    self.whenHangUp = whenHangUp
  }

  var trailJSON: JSONValue { .array(trail) }
  var hangUpURL: String? { whenHangUp }
  var recordingURL: String? { current?.name == "record" ? current?.argument : nil }

  mutating func begin(_ call: CallFacts) -> ScriptMove {
    guard start.hasPrefix("{") else {
      return ask(start, call, result: call.isIncoming ? "newincoming" : "newoutgoing", why: nil)
    }
    guard let action = JSONValue.read(start).flatMap(ElksAction.init(reading:)) else {
      return .hangUp
    }
    return perform(action)
  }

  mutating func finished(_ outcome: StepOutcome, _ call: CallFacts) -> ScriptMove {
    guard let action = current else { return .hangUp }
    let (result, why) = words(for: outcome)
    remember(action, result: result, why: why)
    current = nil
    let next = branch(for: outcome, of: action) ?? action.next
    switch next {
    case nil: return .hangUp
    case .url(let url): return ask(url, call, result: result, why: why)
    case .action(let action): return perform(action)
    }
  }

  mutating func received(_ answer: WebhookAnswer, _ call: CallFacts) -> ScriptReading {
    guard case .response(let status, let contentType, let body) = answer, answer.isAccepted else {
      return ScriptReading(move: .hangUp, breaches: [Self.breach(of: answer)])
    }
    var breaches: [Breach] = []
    if status != 204, contentType?.lowercased().hasPrefix("application/json") != true {
      breaches.append(
        Breach(rule: .wrongContentType, detail: "a call action must be application/json"))
    }
    guard let action = JSONValue.read(body).flatMap(ElksAction.init(reading:)) else {
      breaches.append(
        Breach(rule: .unusableAnswer, detail: "the answer to a live call held no action"))
      return ScriptReading(move: .hangUp, breaches: breaches)
    }
    return ScriptReading(move: perform(action), breaches: breaches)
  }

  private static func breach(of answer: WebhookAnswer) -> Breach {
    switch answer {
    case .response(let status, _, _):
      Breach(rule: .httpErrorToLiveCall, detail: "HTTP \(status) to a live call")
    case .unreachable(let reason):
      Breach(rule: .httpErrorToLiveCall, detail: "no answer to a live call: \(reason)")
    }
  }

  private mutating func perform(_ action: ElksAction) -> ScriptMove {
    current = action
    if let url = action.whenHangUp { whenHangUp = url }
    return .perform(action.step)
  }

  private func ask(_ url: String, _ call: CallFacts, result: String, why: String?) -> ScriptMove {
    var fields = FormFields([
      ("callid", call.id), ("direction", call.isIncoming ? "incoming" : "outgoing"),
      ("from", call.from), ("to", call.to), ("result", result),
    ])
    if let why { fields.append("why", why) }
    return .ask(url: url, fields: fields)
  }

  private func words(for outcome: StepOutcome) -> (result: String, why: String?) {
    switch outcome {
    case .played, .skipped: (playResultWord, nil)
    case .audioMissing: ("failed", nil)
    case .keys(let keys): (keys, nil)
    case .branch(let key): (String(key), nil)
    case .noInput: ("failed", "noinput")
    case .connected(let result): (result.rawValue, nil)
    case .recorded: ("success", nil)
    }
  }

  private func branch(for outcome: StepOutcome, of action: ElksAction) -> ElksNext? {
    switch outcome {
    case .branch(let key): action.branches[String(key)]
    case .connected(let result): action.branches[result.rawValue]
    case .played, .skipped, .audioMissing, .keys, .noInput, .recorded: nil
    }
  }

  private mutating func remember(_ action: ElksAction, result: String, why: String?) {
    guard trail.count < Self.trailLimit else { return }
    var members: [(String, JSONValue)] = [
      (action.name, .string(action.argument)), ("result", .string(result)),
    ]
    if let why { members.append(("why", .string(why))) }
    trail.append(.object(members))
  }
}
