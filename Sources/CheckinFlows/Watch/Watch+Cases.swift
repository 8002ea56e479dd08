extension Watch {
  /// Opens the case that holds this watch from now on.
  mutating func openHoldingCase(
    _ kind: CaseKind, at concernedAt: Instant, in surroundings: WatchSurroundings,
    faultName: String? = nil, words: String? = nil
  ) -> [WatchEffect] {
    var order = caseOrder(surroundings.newCase, kind, at: concernedAt)
    order.faultName = faultName
    order.words = words
    return awaitOperator(in: HoldingCase(id: order.id, kind: kind)) + [.openCase(order)]
  }

  /// From here on the open case drives the watch.
  mutating func awaitOperator(in held: HoldingCase) -> [WatchEffect] {
    guard holdingCase == nil else { return [] }
    phase = .awaitingOperator
    holdingCase = held
    clockBeside = nil
    reminderAt = nil
    return [.log(.awaitingOperator(held.id, held.kind))]
  }

  /// Shows operators something that changes nothing: in the holding case, else in a case of its
  /// own kind beside the watch, opened where none is.
  mutating func tellOperators(
    _ news: CaseNews, kind: CaseKind = .unclear, priority: Int? = nil, words: String? = nil,
    at now: Instant, in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    if let holdingCase { return [.tellCase(holdingCase.id, news)] }
    let wanted = priority ?? kind.usualPriority
    let open = besideCases.first { $0.kind == kind && $0.priority <= wanted }
    if let open { return [.tellCase(open.id, news)] }
    var order = caseOrder(surroundings.newCase, kind, at: now)
    order.priority = wanted
    order.words = words
    besideCases.append(BesideCase(id: order.id, kind: kind, priority: wanted))
    return [.openCase(order), .log(.caseBeside(order.id, kind)), .tellCase(order.id, news)]
  }

  func caseOrder(_ id: CaseID, _ kind: CaseKind, at concernedAt: Instant) -> CaseOrder {
    CaseOrder(
      id: id, tenant: tenant, watch: self.id, person: person, kind: kind,
      concernedAt: concernedAt, policyID: policy, isExercise: isExercise,
      callbackNumber: kind == .callback ? number : nil)
  }

  /// Hears how one of its cases goes.
  mutating func hear(
    _ fact: CaseFact, of id: CaseID, at now: Instant, in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    guard let held = holdingCase, held.id == id else {
      if case .closed = fact { return forgetBesideCase(id) }
      return []
    }
    switch fact {
    case .claimed:
      holdingCase?.isClaimed = true
      return [.log(.caseClaimed(id))] + (clockBeside == nil ? [] : [.log(.contactHeld)])
    case .unclaimed:
      holdingCase?.isClaimed = false
      return [.log(.caseUnclaimed(id))]
    case .closed(let outcome):
      return closeByCase(held, outcome, at: now)
    case .closedByExtending(let newEnd):
      return rearm(byClosing: held, end: newEnd, at: now, in: surroundings)
    }
  }

  mutating func forgetBesideCase(_ id: CaseID) -> [WatchEffect] {
    guard besideCases.contains(where: { $0.id == id }) else { return [] }
    besideCases.removeAll { $0.id == id }
    return [.log(.caseClosed(id))]
  }

  private mutating func closeByCase(
    _ held: HoldingCase, _ outcome: CaseOutcome, at now: Instant
  ) -> [WatchEffect] {
    let own = outcome.watchOutcome
    phase = .closed(own, at: now)
    holdingCase = nil
    clockBeside = nil
    let isTold = own == .safe && !held.kind.isSilent
    return [.log(.caseClosed(held.id)), .log(.closedByCase(own, held.id))]
      + (isTold ? [.text(.byOperator(at: now))] : []) + [.tellAfterwards(afterAlarm: true)]
  }

  private mutating func rearm(
    byClosing held: HoldingCase, end newEnd: Instant, at now: Instant,
    in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    guard newEnd > now else { return refuse(.endNotInFuture) }
    holdingCase = nil
    clockBeside = nil
    end = newEnd
    firstEnd = newEnd
    latestReceiptAt = now
    beginRound(at: now, in: surroundings.policy)
    let receipt: [WatchEffect] = held.kind.isSilent ? [] : [.text(.extended(end: newEnd))]
    return [.log(.rearmedByCase(held.id, end: newEnd))] + receipt
  }
}

extension CaseOutcome {
  /// What the case's end makes of its watch: `safe` only when an operator reached the person.
  var watchOutcome: WatchOutcome {
    switch self {
    case .safe, .exercise: .safe
    case .needless, .genuine, .unknown: .handedOver
    }
  }
}
