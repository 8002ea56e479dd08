extension Case {
  /// The one pending next step: the claim's end, or the next page.
  mutating func settleNextStep(at now: Instant, in surroundings: CaseSurroundings) {
    if case .closed = phase {
      nextStepAt = nil
      return
    }
    switch responsibility {
    case .claimed(_, _, let until): nextStepAt = until
    case .unclaimed: nextStepAt = max(now, nextPageAt(in: surroundings))
    }
  }

  private func nextPageAt(in surroundings: CaseSurroundings) -> Instant {
    let policy = surroundings.policy
    var times = paging.paged.filter { mayBePaged($0) }.flatMap { paged in
      [
        paged.calledAt.adding(seconds: policy.ringAgainSeconds),
        paged.textedAt.adding(seconds: policy.textAgainSeconds),
      ]
    }
    if !paging.everybodyPaged { times.append(nextRungAt(in: policy)) }
    if !paging.everybodyPaged || paging.outside == nil { times.append(everybodyAt(in: policy)) }
    times += timesToPageOthers(in: policy)
    // With nobody at all to page, the ladder is read again and again until somebody is there.
    let again = (paging.lastRungAt ?? paging.startedAt).adding(seconds: policy.ringAgainSeconds)
    return times.min() ?? again
  }

  private func nextRungAt(in policy: Policy) -> Instant {
    (paging.lastRungAt ?? paging.startedAt).adding(seconds: policy.nextRungSeconds)
  }

  private func everybodyAt(in policy: Policy) -> Instant {
    paging.startedAt.adding(seconds: policy.everybodySeconds)
  }

  mutating func wake(at now: Instant, in surroundings: CaseSurroundings) -> [CaseEffect] {
    guard let due = nextStepAt, now >= due else { return [] }
    switch responsibility {
    case .claimed(let actor, _, _):
      let told = tellClaimant(.claimRanOut)
      return [.log(.claimRanOut(actor))] + told + loseClaim(at: now, in: surroundings)
    case .unclaimed:
      return page(at: now, in: surroundings)
    }
  }

  /// Pages everybody whose turn it is.
  mutating func page(at now: Instant, in surroundings: CaseSurroundings) -> [CaseEffect] {
    var effects: [CaseEffect] = []
    if paging.everybodyPaged {
      effects += pageNewcomers(at: now, in: surroundings)
    } else if !surroundings.ladder.reachable.isEmpty {
      effects += climb(at: now, in: surroundings)
    }
    if surroundings.ladder.reachable.isEmpty {
      effects += nobodyOnDuty(at: now, in: surroundings)
    }
    if paging.outside == nil, now >= everybodyAt(in: surroundings.policy) {
      effects += pageOutside(at: now)
    }
    return effects + pageAgain(at: now, in: surroundings)
      + pageOthersAgain(at: now, in: surroundings.policy)
  }

  /// The first page, the next rung, or everybody at the ladder's end.
  private mutating func climb(at now: Instant, in surroundings: CaseSurroundings)
    -> [CaseEffect]
  {
    let policy = surroundings.policy
    if now >= everybodyAt(in: policy) { return pageEverybody(at: now, in: surroundings) }
    guard paging.lastRungAt == nil || now >= nextRungAt(in: policy) else { return [] }
    return pageNextRung(at: now, in: surroundings)
  }

  mutating func pageNextRung(at now: Instant, in surroundings: CaseSurroundings)
    -> [CaseEffect]
  {
    let ladder = surroundings.ladder
    guard let next = ladder.rung(after: paging.rung) else {
      return pageEverybody(at: now, in: surroundings)
    }
    paging.lastRungAt = now
    guard !kind.pagesEverybodyAtOnce else {
      paging.rung = ladder.reachable.last?.rung
      return page(ladder.reachable, at: now)
    }
    paging.rung = next
    return page(ladder.reachable.filter { $0.rung == next }, at: now)
  }

  /// Every operator with a number, on duty or not, and whoever may suspend.
  private mutating func pageEverybody(at now: Instant, in surroundings: CaseSurroundings)
    -> [CaseEffect]
  {
    paging.everybodyPaged = true
    paging.lastRungAt = now
    return [.log(.everybodyPaged)] + takeBackPassers(at: now)
      + page(surroundings.ladder.withNumber, at: now) + pageAuthority(at: now)
  }

  /// Those who passed the case on are rung again with everybody, save the one who did so just now.
  private mutating func takeBackPassers(at now: Instant) -> [CaseEffect] {
    var effects: [CaseEffect] = []
    for index in paging.paged.indices where paging.paged[index].hasPassedOn {
      paging.paged[index].hasPassedOn = false
      guard paging.paged[index].calledAt < now else { continue }
      paging.paged[index].calledAt = now
      paging.paged[index].textedAt = now
      effects += pageEffects(paging.paged[index].id, text: true, call: true)
    }
    return effects
  }

  /// Whoever has got a number since everybody was paged.
  private mutating func pageNewcomers(at now: Instant, in surroundings: CaseSurroundings)
    -> [CaseEffect]
  {
    if paging.paged.isEmpty { paging.lastRungAt = now }
    return page(surroundings.ladder.withNumber, at: now)
  }

  private mutating func nobodyOnDuty(at now: Instant, in surroundings: CaseSurroundings)
    -> [CaseEffect]
  {
    var effects: [CaseEffect] = []
    if !paging.everybodyPaged { effects += pageEverybody(at: now, in: surroundings) }
    if paging.outside == nil { effects += pageOutside(at: now) }
    if !paging.isFaultReported, surroundings.isWatchLive, kind != .fault {
      paging.isFaultReported = true
      effects += [.log(.nobodyOnDuty), .openFault(.nobodyOnDuty)]
    }
    return effects
  }

  /// First pages; those who have been paged already keep their own rhythm.
  mutating func page(_ operators: [LadderOperator], at now: Instant) -> [CaseEffect] {
    let known = Set(paging.paged.map(\.id))
    let new = operators.filter { !known.contains($0.id) }
    paging.paged += new.map { PagedOperator(id: $0.id, calledAt: now, textedAt: now) }
    return new.flatMap { pageEffects($0.id, text: true, call: true) }
  }

  /// Everybody paged so far is rung again and texted again, each in its own rhythm.
  private mutating func pageAgain(at now: Instant, in surroundings: CaseSurroundings)
    -> [CaseEffect]
  {
    let policy = surroundings.policy
    var effects: [CaseEffect] = []
    for index in paging.paged.indices where mayBePaged(paging.paged[index]) {
      let paged = paging.paged[index]
      let call = now >= paged.calledAt.adding(seconds: policy.ringAgainSeconds)
      let text = now >= paged.textedAt.adding(seconds: policy.textAgainSeconds)
      if call { paging.paged[index].calledAt = now }
      if text { paging.paged[index].textedAt = now }
      if call || text { effects += pageEffects(paged.id, text: text, call: call) }
    }
    return effects
  }

  /// The same operators at once, after a claim has ended or the case has become graver.
  mutating func pageSameAtOnce(at now: Instant) -> [CaseEffect] {
    var effects: [CaseEffect] = []
    for index in paging.paged.indices where mayBePaged(paging.paged[index]) {
      paging.paged[index].calledAt = now
      paging.paged[index].textedAt = now
      effects += pageEffects(paging.paged[index].id, text: true, call: true)
    }
    return effects
  }

  func mayBePaged(_ paged: PagedOperator) -> Bool {
    !paged.hasPassedOn
  }

  /// Not first, when others are rung again; once everybody is paged, only not at once.
  mutating func leaveAlone(_ id: OperatorID, at now: Instant) {
    paging.paged.removeAll { $0.id == id }
    var paged = PagedOperator(id: id, calledAt: now, textedAt: now)
    paged.hasPassedOn = !paging.everybodyPaged
    paging.paged.append(paged)
  }

  private func pageEffects(_ id: OperatorID, text: Bool, call: Bool) -> [CaseEffect] {
    [.log(.paged(id, text: text, call: call)), .page(id, text: text, call: call)]
  }
}
