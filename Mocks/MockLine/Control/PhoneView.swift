import Foundation

/// How a phone looks from outside, for harnesses and for the page.
enum PhoneView {
  static func json(_ number: String, _ company: Company) -> JSONValue {
    let phone = company.phones[number] ?? Phone(number: number)
    return .object([
      ("number", .string(number)), ("behaviour", phone.behaviour.json),
      ("texts", .array(phone.textIDs.compactMap { company.texts[$0] }.map(json))),
      ("calls", .array(phone.callIDs.compactMap { company.calls[$0] }.map(json))),
    ])
  }

  private static func json(_ text: TextMessage) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("id", .string(text.id)),
      ("direction", text.direction == .incoming ? "out" : "in"), ("peer", .string(text.peer)),
      ("text", .string(text.message)), ("at", .string(WireTime.zoned(text.created))),
      ("status", .string(text.status.rawValue)),
    ]
    if let delivered = text.delivered {
      members.append(("deliveredAt", .string(WireTime.zoned(delivered))))
    }
    return .object(members)
  }

  static func json(_ call: Call) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("id", .string(call.id)), ("direction", call.isIncoming ? "out" : "in"),
      ("peer", .string(call.peer)), ("state", .string(state(of: call))),
      ("heard", .array(call.heard.map(JSONValue.string))), ("pressed", .string(call.pressed)),
      ("at", .string(WireTime.zoned(call.created))),
    ]
    if let answered = call.answeredAt {
      members.append(("answeredAt", .string(WireTime.zoned(answered))))
    }
    if let ended = call.endedAt { members.append(("endedAt", .string(WireTime.zoned(ended)))) }
    if call.isLive { members.append(("prompt", prompt(of: call))) }
    return .object(members)
  }

  static func state(of call: Call) -> String {
    switch call.phase {
    case .ringing: "ringing"
    case .answered: "answered"
    case .ended(let ending): ending.rawValue
    }
  }

  /// What a live call is doing, so that the page can play and show it.
  private static func prompt(of call: Call) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("activity", .string(activity(of: call))), ("turn", .int(call.turn)),
      ("round", .int(call.round)),
    ]
    if let audio = call.audio {
      members += [
        ("words", .string(audio.words)), ("audio", .int(audio.key)),
        ("seconds", .number(audio.seconds)),
      ]
    }
    if case .collect(let collection) = call.step {
      members.append(("digits", .int(collection.digits)))
      members.append(("typed", .int(call.typed.count)))
    }
    return .object(members)
  }

  private static func activity(of call: Call) -> String {
    switch call.activity {
    case .idle: "idle"
    case .asking: "asking"
    case .fetching: "fetching"
    case .playing: "playing"
    case .awaitingKeys: "awaitingKeys"
    case .connecting: "connecting"
    case .talking: "talking"
    case .recording: "recording"
    }
  }
}
