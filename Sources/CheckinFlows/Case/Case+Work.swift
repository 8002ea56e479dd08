extension Case {
  /// Takes an operator's action: checked first, then claimed or renewed, then done.
  mutating func take(
    _ work: CaseWork, by actor: Actor, at now: Instant, in surroundings: CaseSurroundings
  ) -> [CaseEffect] {
    if let obstacle = obstacle(for: actor) { return refuse(obstacle) }
    if let refusal = refusal(of: work, at: now) { return refuse(refusal) }
    switch work {
    case .close(let outcome, let how, let reason):
      return close(outcome, how, reason: reason, by: actor, at: now)
    case .extendWatch(let newEnd, let reason):
      return extendWatch(end: newEnd, reason: reason, by: actor, at: now)
    case .act, .alertPolice, .standDown, .planInforming, .inform, .waiveInforming:
      let claimed = claim(by: actor, at: now, in: surroundings.policy)
      return claimed + record(work, by: actor, at: now)
    }
  }

  private mutating func record(_ work: CaseWork, by actor: Actor, at now: Instant)
    -> [CaseEffect]
  {
    switch work {
    case .act:
      return [.log(.acted(actor))]
    case .alertPolice(let at, let reference):
      return alertPolice(at: at, reference, by: actor)
    case .standDown(let at):
      let made = StandDown(at: at, by: actor)
      standDown = made
      return [.log(.standDown(made))]
    case .planInforming(let lists):
      informing = lists
      return [.log(.informingPlanned(actor))]
    case .inform(let name, let recipient, let confirmed):
      return inform(name, recipient, confirmed: confirmed, by: actor, at: now)
    case .waiveInforming(let name, let reason):
      informing[name].waivedReason = reason
      return [.log(.informingWaived(name, reason: reason, actor))]
    case .close, .extendWatch:
      return []
    }
  }

  /// The fact can be put right later; the phase goes on once only.
  private mutating func alertPolice(at: Instant, _ reference: PoliceReference, by actor: Actor)
    -> [CaseEffect]
  {
    let handover = PoliceHandover(at: at, reference: reference, by: actor)
    police = handover
    if phase == .open { phase = .policeAlerted }
    return [.log(.policeAlerted(handover))]
  }

  private mutating func inform(
    _ name: InformListName, _ recipient: Int64, confirmed: Bool, by actor: Actor,
    at now: Instant
  ) -> [CaseEffect] {
    guard let index = informing[name].recipients.firstIndex(where: { $0.id == recipient }) else {
      return refuse(.noSuchRecipient)
    }
    informing[name].recipients[index].triedAt = now
    if confirmed { informing[name].recipients[index].confirmedAt = now }
    if phase == .policeAlerted { phase = .informing }
    return [.log(.informed(name, recipient: recipient, confirmed: confirmed, actor))]
  }

  private mutating func close(
    _ outcome: CaseOutcome, _ how: EstablishedHow?, reason: String, by actor: Actor,
    at now: Instant
  ) -> [CaseEffect] {
    phase = .closed(outcome, how, at: now)
    return [.log(.closed(outcome, how, reason: reason, actor))] + tellWatch(.closed(outcome))
  }

  private mutating func extendWatch(
    end: Instant, reason: String, by actor: Actor, at now: Instant
  ) -> [CaseEffect] {
    phase = .closed(.safe, .phone, at: now)
    return [.log(.closed(.safe, .phone, reason: reason, actor))]
      + tellWatch(.closedByExtending(end: end))
  }
}
