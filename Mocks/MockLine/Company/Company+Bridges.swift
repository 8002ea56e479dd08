import Foundation

extension Company {
  /// Rings a second phone that is to be joined to this call.
  mutating func connect(
    _ callID: String, to number: String, _ timeoutSeconds: Double, at now: Date
  ) {
    guard let call = calls[callID] else { return }
    if E164.isEmergencyOrShort(number) {
      note(.emergencyNumberDialled, "a call was to be joined to such a number", at: now)
    }
    guard E164.isValid(number), !E164.isEmergencyOrShort(number) else {
      return finish(callID, .connected(.failed), at: now)
    }
    let leg = Call(
      id: random.identifier(prefix: "c"), provider: call.provider, direction: .leg(of: callID),
      from: call.peer, to: number, created: now, ringSeconds: timeoutSeconds)
    calls.change(callID) {
      $0.activity = .connecting(legID: leg.id)
      $0.legs.append(leg.id)
    }
    ring(leg, at: now)
  }

  /// The second phone was lifted: the two talk until one of them hangs up.
  mutating func legAnswered(_ legID: String, parentID: String, at now: Date) {
    calls.change(legID) { $0.activity = .talking(with: parentID) }
    calls.change(parentID) { $0.activity = .talking(with: legID) }
    showCall(parentID)
    guard let leg = calls[legID] else { return }
    let behaviour = behaviour(of: leg.phone)
    guard behaviour.answer != .manual else { return }
    agenda.add(.hangUp(callID: legID), at: now.addingTimeInterval(behaviour.talkSeconds))
  }

  /// The second phone is gone; the first call goes on with what came of it.
  mutating func legEnded(_ legID: String, parentID: String, at now: Date) {
    guard let parent = calls[parentID], parent.isLive, let leg = calls[legID],
      parent.activity == .connecting(legID: legID) || parent.activity == .talking(with: legID)
    else { return }
    finish(parentID, .connected(leg.legResult), at: now)
  }

  /// Records what the phone says.
  mutating func record(_ callID: String, limitSeconds: Double, at now: Date) {
    guard let call = calls[callID] else { return }
    calls.change(callID) { $0.activity = .recording(since: now) }
    showCall(callID)
    // A phone without a person at it is silent, and three seconds of silence end a recording.
    let seconds = behaviour(of: call.phone).answer == .manual ? limitSeconds : 3
    agenda.add(
      .recordingEnded(callID: callID, turn: call.turn), at: now.addingTimeInterval(seconds))
  }

  mutating func recordingEnded(callID: String, turn: Int, at now: Date) {
    guard let call = calls[callID], call.turn == turn,
      case .recording(let since) = call.activity
    else { return }
    let seconds = Int(now.timeIntervalSince(since).rounded(.up))
    if let report = call.script?.recordingReport(of: call, seconds: seconds, at: now) {
      send(
        Webhook(
          provider: call.provider, url: report.url, fields: report.fields,
          purpose: .recording(callID: callID)), at: now)
    }
    finish(callID, .recorded(seconds: seconds), at: now)
  }
}

extension Call {
  /// How the call ended, in the three words that all providers share.
  var legResult: LegResult {
    switch phase {
    case .ended(.completed): .success
    case .ended(.busy): .busy
    case .ended(.noAnswer), .ended(.rejected), .ended(.failed), .ringing, .answered: .failed
    }
  }
}
