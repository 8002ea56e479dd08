extension Case {
  /// Hears a fact from the person's side. It never closes anything.
  mutating func hear(_ news: CaseNews, at now: Instant, in surroundings: CaseSurroundings)
    -> [CaseEffect]
  {
    var effects: [CaseEffect] = []
    switch news {
    case .signOfLife(let withCode):
      signOfLife = SignOfLife(at: now, withCode: withCode)
      effects.append(.log(.signOfLife(withCode: withCode)))
    case .wrongCode, .duressCode, .helpAgain, .extensionWish, .callMe, .message, .dangerWords,
      .stop, .oldText, .receiptLost, .newWatchWish:
      effects.append(.log(.news(kind: news.name)))
    case .notReached:
      effects.append(.log(.news(kind: news.name)))
      if responsibility == .unclaimed { effects += pageSameAtOnce(at: now) }
    }
    return effects + tellClaimant(.news(news))
  }

  /// A sign of life came after the police were alerted, and nobody has told them yet.
  public var asksForStandDown: Bool {
    guard let signOfLife, let police, standDown == nil else { return false }
    return signOfLife.at >= police.at
  }

  mutating func becomeGraver(
    _ newKind: CaseKind, at now: Instant, in surroundings: CaseSurroundings
  ) -> [CaseEffect] {
    guard newKind.isGraver(than: kind) else { return refuse(.kindNotGraver) }
    kind = newKind
    priority = min(priority, newKind.usualPriority)
    let log = CaseEffect.log(.becameGraver(newKind))
    guard responsibility == .unclaimed else { return [log] + tellClaimant(.graver(newKind)) }
    for index in paging.paged.indices { paging.paged[index].hasPassedOn = false }
    var effects = [log] + pageSameAtOnce(at: now)
    if newKind.pagesEverybodyAtOnce {
      effects += page(surroundings.ladder.reachable, at: now)
      paging.rung = surroundings.ladder.reachable.last?.rung ?? paging.rung
      paging.lastRungAt = now
    }
    return effects
  }

  /// What became of a page's call; when the whole rung was refused, the next one comes at once.
  mutating func note(
    _ fact: PageCallFact, from id: OperatorID, at now: Instant,
    in surroundings: CaseSurroundings
  ) -> [CaseEffect] {
    guard let index = paging.paged.firstIndex(where: { $0.id == id }) else { return [] }
    switch fact {
    case .notTaken:
      paging.paged[index].wasRefused = false
      // The call in which it was claimed ends too.
      if case .claimed(.operator(id), _, _) = responsibility { return [] }
      return [.log(.pageNotTaken(id))]
    case .refused:
      paging.paged[index].wasRefused = true
    }
    let log = CaseEffect.log(.pageRefused(id))
    let ringing = paging.paged.filter { mayBePaged($0) && !$0.wasRefused }
    guard responsibility == .unclaimed, ringing.isEmpty, !paging.everybodyPaged else {
      return [log]
    }
    return [log] + advance(at: now, in: surroundings)
  }

  /// Whoever came on duty where the ladder has passed already is paged at once.
  mutating func ladderChanged(at now: Instant, in surroundings: CaseSurroundings)
    -> [CaseEffect]
  {
    guard responsibility == .unclaimed else { return [] }
    let reachable = surroundings.ladder.reachable
    guard !reachable.isEmpty else { return page(at: now, in: surroundings) }
    let everybody = paging.everybodyPaged || kind.pagesEverybodyAtOnce
    guard everybody || paging.rung != nil else { return page(at: now, in: surroundings) }
    return page(reachable.filter { everybody || $0.rung <= (paging.rung ?? $0.rung) }, at: now)
  }
}

extension CaseNews {
  /// The stable name, for the log.
  public var name: String {
    String(describing: self).prefix { $0 != "(" }.description
  }
}
