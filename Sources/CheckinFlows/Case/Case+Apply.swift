extension Case {
  /// Opens a case and pages at once.
  public static func open(
    _ order: CaseOrder, at now: Instant, in surroundings: CaseSurroundings
  ) -> (opened: Case, effects: [CaseEffect]) {
    var opened = Case(order, at: now)
    var effects: [CaseEffect] = [.log(.opened(order.kind, priority: order.priority))]
    effects += opened.page(at: now, in: surroundings)
    opened.settleNextStep(at: now, in: surroundings)
    return (opened, effects)
  }

  /// Takes one event and says what is to be done. The only way a case changes.
  public mutating func apply(
    _ event: CaseEvent, at now: Instant, in surroundings: CaseSurroundings
  ) -> [CaseEffect] {
    if case .closed = phase { return applyToClosed(event) }
    forgetUnreachable(surroundings.ladder)
    let effects = applyToOpen(event, at: now, in: surroundings)
    settleNextStep(at: now, in: surroundings)
    return effects
  }

  private mutating func applyToOpen(
    _ event: CaseEvent, at now: Instant, in surroundings: CaseSurroundings
  ) -> [CaseEffect] {
    switch event {
    case .deadlinePassed:
      return wake(at: now, in: surroundings)
    case .claim(let actor):
      return claim(by: actor, at: now, in: surroundings.policy)
    case .release(let actor):
      return release(by: actor, at: now, in: surroundings)
    case .passOn(let id):
      return passOn(by: id, at: now, in: surroundings)
    case .work(let work, let actor):
      return take(work, by: actor, at: now, in: surroundings)
    case .news(let news):
      return hear(news, at: now, in: surroundings)
    case .becomeGraver(let kind):
      return becomeGraver(kind, at: now, in: surroundings)
    case .pageCall(let id, let fact):
      return note(fact, from: id, at: now, in: surroundings)
    case .ladderChanged:
      return ladderChanged(at: now, in: surroundings)
    }
  }

  private func applyToClosed(_ event: CaseEvent) -> [CaseEffect] {
    switch event {
    case .claim, .release, .passOn, .work, .becomeGraver: refuse(.alreadyClosed)
    case .news(let news): [.log(.news(kind: news.name))]
    case .deadlinePassed, .pageCall, .ladderChanged: []
    }
  }

  func refuse(_ refusal: CaseRefusal) -> [CaseEffect] {
    [.refused(refusal), .log(.refused(refusal))]
  }

  /// Tells the watch, where there is one.
  func tellWatch(_ fact: CaseFact) -> [CaseEffect] {
    watch.map { [.tellWatch($0, fact)] } ?? []
  }

  /// Tells whoever has claimed the case, where that is somebody with a telephone.
  func tellClaimant(_ news: OperatorNews) -> [CaseEffect] {
    guard case .claimed(let actor, _, _) = responsibility, let id = actor.operatorID else {
      return []
    }
    return [.tell(id, news)]
  }
}
