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

  /// An action is the claimant's, renewing the claim; on an unclaimed case it makes one.
  mutating func answerFor(by actor: Actor, at now: Instant, in policy: Policy) -> [CaseEffect] {
    claim(by: actor, at: now, in: policy)
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
    if let id = actor.operatorID { leaveAlone(id, at: now) }
    return [.log(.released(actor))] + loseClaim(at: now, in: surroundings)
  }

  /// The next rung at once, and not the one who passed it on first.
  mutating func passOn(by id: OperatorID, at now: Instant, in surroundings: CaseSurroundings)
    -> [CaseEffect]
  {
    if let obstacle = obstacle(for: .operator(id)) { return refuse(obstacle) }
    leaveAlone(id, at: now)
    let log = CaseEffect.log(.passedOn(id))
    guard case .claimed = responsibility else {
      return [log] + advance(at: now, in: surroundings)
    }
    return [log] + loseClaim(at: now, in: surroundings, climbing: true)
  }

  private mutating func leaveAlone(_ id: OperatorID, at now: Instant) {
    if let index = paging.paged.firstIndex(where: { $0.id == id }) {
      paging.paged[index].hasPassedOn = true
    } else {
      var paged = PagedOperator(id: id, calledAt: now, textedAt: now)
      paged.hasPassedOn = true
      paging.paged.append(paged)
    }
  }

  /// Unclaimed again: the same operators at once, then the next rung in its time, or at once where
  /// there is nobody else to ring.
  mutating func loseClaim(
    at now: Instant, in surroundings: CaseSurroundings, climbing: Bool = false
  ) -> [CaseEffect] {
    responsibility = .unclaimed
    paging.startedAt = now
    paging.lastRungAt = now
    paging.outsideCalled = false
    paging.isFaultReported = false
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
