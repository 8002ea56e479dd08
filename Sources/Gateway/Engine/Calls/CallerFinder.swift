import CheckinFlows

/// Who rings us, and so what the call is about.
struct IncomingCaller {
  var tenant: TenantID
  /// Where the caller can be rung back.
  var number: PhoneNumber?
  var person: PersonID?
  var operatorID: OperatorID?
  var watch: WatchID?
  var caseID: CaseID?
  var dialogue: Dialogue

  var isKnown: Bool { person != nil || operatorID != nil }
}

/// Looks a caller up. Whoever is watched is treated as that, also when they are an operator.
struct CallerFinder {
  let desk: TelephoneDesk
  let transaction: any StoreTransaction

  init(_ desk: TelephoneDesk, in transaction: any StoreTransaction) {
    self.desk = desk
    self.transaction = transaction
  }

  func caller(_ sender: Sender) throws -> IncomingCaller {
    guard case .number(let number) = sender, isSomebodyElses(number) else {
      return try stranger(nil)
    }
    let people = try transaction.people(withNumber: number)
    let operators = try transaction.operators(withNumber: number).filter {
      $0.role == .operator && !$0.isDisabled
    }
    let person = people.count == 1 ? try people.first.map { try known($0, number) } : nil
    if let person, person.comesFirst { return person.caller }
    if let operatorRow = operators.first, let offered = try mostUrgent(for: operatorRow) {
      return try offer(offered, to: operatorRow, number)
    }
    if let person { return person.caller }
    if people.isEmpty, let operatorRow = operators.first {
      return try nothingOpen(operatorRow, number)
    }
    // Shared: it cannot be told who rings, and nothing is closed on doubt.
    return try stranger(number)
  }

  /// A number of our own cannot be rung back.
  private func isSomebodyElses(_ number: PhoneNumber) -> Bool {
    !desk.core.flows.diallingRule.ownNumbers.contains(number)
  }

  private func stranger(_ number: PhoneNumber?) throws -> IncomingCaller {
    let tenant = desk.core.tenant
    return IncomingCaller(
      tenant: tenant, number: number,
      dialogue: try dialogue(
        .incomingUnknown(isHidden: number == nil), desk.configuration.language,
        currentPolicy(tenant)))
  }

  // MARK: A person

  private func known(
    _ person: PersonRow, _ number: PhoneNumber
  ) throws -> (caller: IncomingCaller, comesFirst: Bool) {
    let watch = try transaction.liveWatch(of: person.id)?.flow
    let policy = try watch.map(ownPolicy) ?? currentPolicy(person.tenant)
    let open = try openHoldingKinds(of: person.id)
    let isSilent = open.contains(where: \.isSilent)
    let shown = isSilent ? nil : watch
    let purpose = purpose(of: person, shown, open, policy)
    let caller = IncomingCaller(
      tenant: person.tenant, number: number, person: person.id, watch: shown?.id,
      dialogue: dialogue(purpose, watch?.language ?? person.language, policy))
    // Also during a silent alarm: what waits for operators could give it away.
    return (caller, comesFirst: watch != nil || !open.isEmpty)
  }

  /// While an alarm is silent the person's side looks as if nobody were watched.
  private func purpose(
    of person: PersonRow, _ watch: Watch?, _ open: [CaseKind], _ policy: Policy
  ) -> DialoguePurpose {
    if open.contains(where: \.isSilent) { return .incomingNotWatched }
    let needsCode = policy.asksForCode(person)
    if !open.isEmpty { return .incomingDuringCase(needsCode: needsCode) }
    if let watch { return .incomingWatched(end: watch.end, needsCode: needsCode) }
    return person.isPaused ? .incomingPaused : .incomingNotWatched
  }

  private func openHoldingKinds(of person: PersonID) throws -> [CaseKind] {
    try CaseKind.allCases.filter { kind in
      guard kind.holdsWatch else { return false }
      return try transaction.openCase(kind: kind, person: person, faultName: nil) != nil
    }
  }

  // MARK: An operator

  /// The most urgent of those that this operator was paged for and nobody has.
  private func mostUrgent(for row: OperatorRow) throws -> Case? {
    let paged = try transaction.openPages(of: row.id).compactMap {
      try transaction.case($0.caseID)?.flow
    }
    return paged.filter { $0.reasonNotToTake == nil }.min {
      ($0.priority, $0.openedAt, $0.id) < ($1.priority, $1.openedAt, $1.id)
    }
  }

  private func offer(
    _ offered: Case, to row: OperatorRow, _ number: PhoneNumber
  ) throws -> IncomingCaller {
    let purpose = DialoguePurpose.operatorIncoming(
      kind: offered.kind, priority: offered.priority, concernedAt: offered.concernedAt,
      needsCode: row.codeHash != nil)
    return IncomingCaller(
      tenant: row.tenant, number: number, operatorID: row.id, caseID: offered.id,
      dialogue: try dialogue(purpose, row.language, currentPolicy(row.tenant)))
  }

  private func nothingOpen(_ row: OperatorRow, _ number: PhoneNumber) throws -> IncomingCaller {
    IncomingCaller(
      tenant: row.tenant, number: number, operatorID: row.id,
      dialogue: try dialogue(
        .operatorIncomingNothingOpen, row.language, currentPolicy(row.tenant)))
  }

  // MARK: Words and limits

  private func dialogue(
    _ purpose: DialoguePurpose, _ language: Language, _ policy: Policy
  ) -> Dialogue {
    Dialogue(purpose, language: language, answerLimitSeconds: policy.answerLimitSeconds)
  }

  private func ownPolicy(_ watch: Watch) throws -> Policy {
    guard let policy = try transaction.policy(watch.policy) else {
      throw FlowFailure.noSuchPolicy(watch.policy)
    }
    return policy
  }

  private func currentPolicy(_ tenant: TenantID) throws -> Policy {
    try transaction.currentPolicy(of: tenant).policy
  }
}
