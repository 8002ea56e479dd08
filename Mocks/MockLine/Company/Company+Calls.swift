import Foundation

extension Company {
  /// Rings a phone for the gateway (or for a call that is to be joined to it).
  mutating func ring(_ call: Call, at now: Date) {
    let isEngaged = phones[call.phone]?.liveCallID != nil
    var call = call
    let behaviour = behaviour(of: call.phone)
    call.keyPlan = behaviour.answer == .person ? behaviour.keys : []
    call.keyAfterSeconds = behaviour.keyAfterSeconds
    calls.add(call, id: call.id)
    changePhone(call.phone) { phone in
      phone.addCall(call.id)
      if !isEngaged { phone.liveCallID = call.id }
    }
    let reaction = isEngaged ? 0 : behaviour.reactionSeconds
    if reaction < call.ringSeconds {
      agenda.add(.reaction(callID: call.id), at: now.addingTimeInterval(reaction))
    }
    agenda.add(.ringOut(callID: call.id), at: now.addingTimeInterval(call.ringSeconds))
  }

  /// The phone does with a ringing call what it always does.
  mutating func react(callID: String, at now: Date) {
    guard let call = calls[callID], call.phase == .ringing else { return }
    guard phones[call.phone]?.liveCallID == callID else {
      return end(callID: callID, .busy, at: now)
    }
    switch behaviour(of: call.phone).answer {
    case .manual, .noAnswer: return
    case .person, .voicemail: pickUp(callID: callID, at: now)
    case .busy: end(callID: callID, .busy, at: now)
    case .reject: end(callID: callID, .rejected, at: now)
    case .off: end(callID: callID, .failed, at: now)
    }
  }

  mutating func ringOut(callID: String, at now: Date) {
    guard let call = calls[callID], call.phase == .ringing else { return }
    end(callID: callID, .noAnswer, at: now)
  }

  /// Somebody or something lifts the receiver of a ringing phone.
  mutating func pickUp(callID: String, at now: Date) {
    guard let call = calls[callID], call.phase == .ringing, !call.isIncoming else { return }
    markAnswered(callID, at: now)
    if let seconds = behaviour(of: call.phone).hangUpAfterSeconds {
      agenda.add(.hangUp(callID: callID), at: now.addingTimeInterval(seconds))
    }
    switch call.direction {
    case .incoming: return
    case .leg(let parentID): legAnswered(callID, parentID: parentID, at: now)
    case .outgoing: startScript(of: callID, at: now)
    }
  }

  private mutating func markAnswered(_ callID: String, at now: Date) {
    calls.change(callID) {
      $0.phase = .answered
      $0.answeredAt = now
    }
    showCall(callID)
  }

  mutating func showCall(_ callID: String) {
    if let call = calls[callID] { changedPhones.insert(call.phone) }
  }

  /// A phone rings one of our numbers.
  mutating func receiveCall(
    from: String, to: String, keys: [String], keyAfterSeconds: Double = 1, at now: Date
  ) -> String {
    let number = numbers[to] ?? useNumber(to, provider: .fortySixElks)
    var call = Call(
      id: random.identifier(prefix: "c"), provider: number.provider, direction: .incoming,
      from: from, to: to, created: now, ringSeconds: 60,
      script: faces[number.provider]?.script(forCallTo: number))
    call.keyPlan = keys
    call.keyAfterSeconds = keyAfterSeconds
    calls.add(call, id: call.id)
    let isEngaged = phones[from]?.liveCallID != nil
    changePhone(from) { phone in
      phone.addCall(call.id)
      if !isEngaged { phone.liveCallID = call.id }
    }
    if call.script == nil || isEngaged {
      end(callID: call.id, .failed, at: now)
    } else {
      startScript(of: call.id, at: now)
    }
    return call.id
  }

  private mutating func startScript(of callID: String, at now: Date) {
    guard let call = calls[callID], var script = call.script else { return }
    let move = script.begin(call.facts)
    calls.change(callID) { $0.script = script }
    perform(move, callID: callID, at: now)
  }

  /// The person puts the phone down, or refuses a ringing call.
  mutating func hangUp(callID: String, at now: Date) {
    guard let call = calls[callID], call.isLive else { return }
    if call.phase == .ringing {
      end(callID: callID, call.isIncoming ? .noAnswer : .rejected, at: now)
    } else {
      end(callID: callID, .completed, at: now)
    }
  }

  /// There is nothing more to do in a call: over when it was answered, failed when it never was.
  mutating func giveUp(callID: String, at now: Date) {
    end(callID: callID, calls[callID]?.answeredAt == nil ? .failed : .completed, at: now)
  }

  /// Ends a call for whatever reason and tells whoever asked to be told.
  mutating func end(callID: String, _ ending: Call.Ending, at now: Date) {
    guard let call = calls[callID], call.isLive else { return }
    calls.change(callID) {
      $0.phase = .ended(ending)
      $0.activity = .idle
      $0.endedAt = now
      $0.turn += 1
    }
    changePhone(call.phone) { if $0.liveCallID == callID { $0.liveCallID = nil } }
    if call.answeredAt != nil { balance -= 2800 }
    endCompanions(of: call, at: now)
    tellEnding(callID, at: now)
  }

  private mutating func endCompanions(of call: Call, at now: Date) {
    switch call.activity {
    case .connecting(let otherID): end(callID: otherID, .noAnswer, at: now)
    case .talking(let otherID) where !call.isLeg: end(callID: otherID, .completed, at: now)
    case .idle, .asking, .fetching, .playing, .awaitingKeys, .talking, .recording: break
    }
    if case .leg(let parentID) = call.direction { legEnded(call.id, parentID: parentID, at: now) }
  }

  private mutating func tellEnding(_ callID: String, at now: Date) {
    guard let call = calls[callID], let event = call.script?.ending(of: call) else { return }
    send(
      Webhook(
        provider: call.provider, url: event.url, fields: event.fields,
        purpose: .callEnded(id: callID)), at: now)
  }
}
