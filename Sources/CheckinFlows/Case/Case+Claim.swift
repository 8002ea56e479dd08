extension Case {
  /// The first claim wins; the claimant's own second one renews it.
  mutating func claim(by actor: Actor, at now: Instant, in policy: Policy) -> [CaseEffect] {
    switch responsibility {
    case .claimed(let holder, let since, _) where holder != actor:
      return refuse(.alreadyClaimed(by: holder, since: since))
    case .claimed:
      return renew(by: actor, at: now, in: policy)
    case .unclaimed:
      responsibility = .claimed(
        by: actor, since: now, until: now.adding(seconds: policy.claimSeconds))
      let minutes = policy.claimSeconds / 60
      return [.log(.claimed(actor))] + tellWatch(.claimed)
        + tellClaimant(.claimed(since: now, minutes: minutes))
    }
  }

  private mutating func renew(by actor: Actor, at now: Instant, in policy: Policy)
    -> [CaseEffect]
  {
    guard case .claimed(_, let since, _) = responsibility else { return [] }
    responsibility = .claimed(
      by: actor, since: since, until: now.adding(seconds: policy.claimSeconds))
    return [.log(.claimRenewed(actor))]
  }

  /// Why this actor may not work the case now.
  func obstacle(for actor: Actor) -> CaseRefusal? {
    guard case .claimed(let holder, let since, _) = responsibility, holder != actor else {
      return nil
    }
    return .claimedByOther(by: holder, since: since)
  }

  mutating func release(by actor: Actor, at now: Instant, in surroundings: CaseSurroundings)
    -> [CaseEffect]
  {
    guard case .claimed = responsibility else { return refuse(.notClaimed) }
    if let obstacle = obstacle(for: actor) { return refuse(obstacle) }
    return [.log(.released(actor))]
      + loseClaim(leavingAlone: actor.operatorID, at: now, in: surroundings)
  }

  /// The next rung at once, and not the one who passed it on first.
  mutating func passOn(by id: OperatorID, at now: Instant, in surroundings: CaseSurroundings)
    -> [CaseEffect]
  {
    if let obstacle = obstacle(for: .operator(id)) { return refuse(obstacle) }
    let log = CaseEffect.log(.passedOn(id))
    guard responsibility == .unclaimed else {
      return [log] + loseClaim(leavingAlone: id, climbing: true, at: now, in: surroundings)
    }
    leaveAlone(id, at: now)
    return [log] + advance(at: now, in: surroundings)
  }

  /// Unclaimed again: the ladder begins anew where it stood. The same operators at once, then the
  /// next rung in its time, or at once where there is nobody else to ring.
  mutating func loseClaim(
    leavingAlone id: OperatorID? = nil, climbing: Bool = false, at now: Instant,
    in surroundings: CaseSurroundings
  ) -> [CaseEffect] {
    responsibility = .unclaimed
    paging.startedAt = now
    paging.lastRungAt = now
    paging.everybodyPaged = false
    paging.outside = nil
    paging.authority = nil
    paging.isFaultReported = false
    if let id { leaveAlone(id, at: now) }
    var effects = tellWatch(.unclaimed) + pageSameAtOnce(at: now)
    if climbing || !paging.paged.contains(where: mayBePaged) {
      effects += advance(at: now, in: surroundings)
    }
    return effects
  }

  /// One step up the ladder at once, wherever it stands.
  mutating func advance(at now: Instant, in surroundings: CaseSurroundings) -> [CaseEffect] {
    guard !paging.everybodyPaged, !surroundings.ladder.reachable.isEmpty else {
      return page(at: now, in: surroundings)
    }
    return pageNextRung(at: now, in: surroundings)
  }
}
