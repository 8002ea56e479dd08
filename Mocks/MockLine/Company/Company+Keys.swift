import Foundation

extension Company {
  /// A key that the phone had planned for one prompt; it is not pressed into a later one.
  mutating func pressPlanned(_ key: Character, callID: String, turn: Int, at now: Date) {
    guard calls[callID]?.turn == turn else { return }
    press(key, callID: callID, at: now)
  }

  /// A key is pressed now; it counts for the prompt of the current turn, if there is one.
  mutating func press(_ key: Character, callID: String, at now: Date) {
    guard let call = calls[callID], call.phase == .answered else { return }
    calls.change(callID) { if $0.pressed.count < Self.pressedLimit { $0.pressed.append(key) } }
    showCall(callID)
    guard acceptsKeys(call) else { return }
    switch call.step {
    case .play(_, let isSkippable): if isSkippable { finish(callID, .skipped, at: now) }
    case .collect(let collection): collect(key, collection, callID: callID, at: now)
    case .record: if key == "#" { recordingEnded(callID: callID, turn: call.turn, at: now) }
    case .connect, .hangUp, nil: return
    }
  }

  private static var pressedLimit: Int { 500 }

  private func acceptsKeys(_ call: Call) -> Bool {
    switch call.activity {
    case .fetching, .playing, .awaitingKeys, .recording: true
    case .idle, .asking, .connecting, .talking: false
    }
  }

  private mutating func collect(
    _ key: Character, _ collection: CallStep.Collection, callID: String, at now: Date
  ) {
    if collection.branchKeys.contains(key) {
      return finish(callID, .branch(key), at: now)
    }
    calls.change(callID) {
      $0.keystrokes += 1
      if key != "#" { $0.typed.append(key) }
      if $0.activity != .fetching { $0.activity = .awaitingKeys }
    }
    guard let call = calls[callID] else { return }
    if key == "#" || call.typed.count >= collection.digits {
      return finish(callID, call.typed.isEmpty ? .noInput : .keys(call.typed), at: now)
    }
    agenda.add(
      .inputTimedOut(callID: callID, turn: call.turn, keystrokes: call.keystrokes),
      at: now.addingTimeInterval(collection.timeoutSeconds))
  }
}
