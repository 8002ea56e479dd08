import Foundation

extension Company {
  /// The gateway's instruction for a live call.
  mutating func instruct(
    callID: String, turn: Int, with answer: WebhookAnswer, at now: Date
  ) {
    guard let call = calls[callID], call.turn == turn, call.activity == .asking,
      var script = call.script
    else { return }
    let reading = script.received(answer, call.facts)
    calls.change(callID) { $0.script = script }
    note(reading.breaches, at: now)
    perform(reading.move, callID: callID, at: now)
  }

  mutating func perform(_ move: ScriptMove, callID: String, at now: Date) {
    calls.change(callID) { $0.turn += 1 }
    switch move {
    case .hangUp: giveUp(callID: callID, at: now)
    case .ask(let url, let fields): ask(url, fields, callID: callID, at: now)
    case .perform(let step): begin(step, callID: callID, at: now)
    }
  }

  private mutating func ask(
    _ url: String, _ fields: FormFields, callID: String, at now: Date
  ) {
    guard let call = calls[callID] else { return }
    calls.change(callID) {
      $0.activity = .asking
      $0.step = nil
    }
    showCall(callID)
    guard WebAddress.isAbsolute(url) else {
      note(.relativeURL, "a call action points to a relative address", at: now)
      return giveUp(callID: callID, at: now)
    }
    send(
      Webhook(
        provider: call.provider, url: url, fields: fields,
        purpose: .liveCall(id: callID, turn: call.turn)), at: now)
  }

  private mutating func begin(_ step: CallStep, callID: String, at now: Date) {
    if case .hangUp(let signal) = step { return refuse(callID, signal, at: now) }
    calls.change(callID) {
      $0.step = step
      $0.round = 0
      $0.typed = ""
      $0.keystrokes = 0
      if $0.phase == .ringing {
        $0.phase = .answered
        $0.answeredAt = now
      }
    }
    showCall(callID)
    switch step {
    case .play(let audio, _): fetch(audio, callID: callID, at: now)
    case .collect(let collection): fetch(collection.audio, callID: callID, at: now)
    case .connect(let number, let timeout): connect(callID, to: number, timeout, at: now)
    case .record(let limit): record(callID, limitSeconds: limit, at: now)
    case .hangUp: return
    }
  }

  /// Before the answer a signal is heard as such; later it only ends the call.
  private mutating func refuse(_ callID: String, _ signal: HangUpSignal, at now: Date) {
    guard calls[callID]?.phase == .ringing else {
      return end(callID: callID, .completed, at: now)
    }
    switch signal {
    case .busy: end(callID: callID, .busy, at: now)
    case .reject: end(callID: callID, .rejected, at: now)
    case .normal, .notFound: end(callID: callID, .failed, at: now)
    }
  }

  private mutating func fetch(_ audio: String, callID: String, at now: Date) {
    guard let call = calls[callID] else { return }
    calls.change(callID) { $0.activity = .fetching }
    if let known = Recording.builtIn(audio) ?? shelf.recording(at: audio, now: now) {
      return audioArrived(known, callID: callID, turn: call.turn, at: now)
    }
    guard WebAddress.isAbsolute(audio) else {
      note(.relativeURL, "an audio file has a relative address", at: now)
      return finish(callID, .audioMissing, at: now)
    }
    let isOnItsWay = audioWaits[audio] != nil
    audioWaits[audio, default: []].append((callID: callID, turn: call.turn))
    if !isOnItsWay { effects.append(.fetch(url: audio)) }
  }

  /// An audio file has come, or nil when there is none at the address.
  mutating func fetched(_ recording: Recording?, url: String, at now: Date) {
    activityCount += 1
    let waits = audioWaits.removeValue(forKey: url) ?? []
    guard let recording else {
      note(.missingAudio, "no audio file at an address that a call was to play", at: now)
      for wait in waits where calls[wait.callID]?.turn == wait.turn {
        finish(wait.callID, .audioMissing, at: now)
      }
      return
    }
    let kept = shelf.keep(recording, url: url, now: now)
    for wait in waits { audioArrived(kept, callID: wait.callID, turn: wait.turn, at: now) }
  }

  private mutating func audioArrived(
    _ recording: Recording, callID: String, turn: Int, at now: Date
  ) {
    guard let call = calls[callID], call.turn == turn, call.phase == .answered else { return }
    calls.change(callID) { $0.audio = recording }
    if call.keystrokes > 0 {
      calls.change(callID) { $0.activity = .awaitingKeys }
    } else {
      playRound(0, callID: callID, at: now)
    }
  }

  private mutating func playRound(_ round: Int, callID: String, at now: Date) {
    guard let call = calls[callID], let audio = call.audio else { return }
    let end = now.addingTimeInterval(audio.seconds)
    calls.change(callID) {
      $0.round = round
      $0.activity = .playing(since: now, until: end)
      if $0.heard.count < Self.heardLimit { $0.heard.append(audio.words) }
    }
    showCall(callID)
    agenda.add(.promptEnded(callID: callID, turn: call.turn, round: round), at: end)
    if case .collect = call.step { pressPlan(callID, at: now) }
  }

  /// A call that is never ended must not fill the memory.
  private static var heardLimit: Int { 200 }

  /// The next entry of the plan is pressed into this playing of the prompt.
  private mutating func pressPlan(_ callID: String, at now: Date) {
    guard let call = calls[callID], call.keyPlanUsed < call.keyPlan.count else { return }
    let keys = call.keyPlan[call.keyPlanUsed]
    calls.change(callID) { $0.keyPlanUsed += 1 }
    for (index, key) in keys.enumerated() {
      let at = now.addingTimeInterval(call.keyAfterSeconds + 0.25 * Double(index))
      agenda.add(.press(callID: callID, turn: call.turn, key: key), at: at)
    }
  }

  mutating func promptEnded(callID: String, turn: Int, round: Int, at now: Date) {
    guard let call = calls[callID], call.turn == turn, call.round == round,
      case .playing = call.activity
    else { return }
    guard case .collect(let collection) = call.step else {
      return finish(callID, .played, at: now)
    }
    calls.change(callID) { $0.activity = .awaitingKeys }
    showCall(callID)
    agenda.add(
      .inputTimedOut(callID: callID, turn: turn, keystrokes: 0),
      at: now.addingTimeInterval(collection.timeoutSeconds))
  }

  mutating func inputTimedOut(callID: String, turn: Int, keystrokes: Int, at now: Date) {
    guard let call = calls[callID], call.turn == turn, call.keystrokes == keystrokes,
      call.activity == .awaitingKeys, case .collect(let collection) = call.step
    else { return }
    if !call.typed.isEmpty {
      finish(callID, .keys(call.typed), at: now)
    } else if call.round < collection.repeats {
      playRound(call.round + 1, callID: callID, at: now)
    } else {
      finish(callID, .noInput, at: now)
    }
  }

  mutating func finish(_ callID: String, _ outcome: StepOutcome, at now: Date) {
    guard let call = calls[callID], call.isLive, var script = call.script else { return }
    let move = script.finished(outcome, call.facts)
    calls.change(callID) {
      $0.script = script
      $0.audio = nil
    }
    perform(move, callID: callID, at: now)
  }
}
