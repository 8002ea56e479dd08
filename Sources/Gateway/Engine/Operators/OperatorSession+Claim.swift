import CheckinFlows

/// Taking a case, and letting it go.
extension OperatorSession {
  /// The first claim wins; the others hear who has it. A second one of the same operator renews.
  func take(_ code: String) throws -> OperatorAnswer? {
    guard let page = try transaction.openPages(of: row.id).first(where: { $0.code == code })
    else { throw OperatorRefusal.noSuchPageCode }
    let found = try theCase(page.caseID)
    try act(.claim(actor), on: found)
    guard case .claimed(_, let since, _) = found.responsibility else { return nil }
    return .stillYours(found.id.reference, since: since, minutes: try claimMinutes(found))
  }

  func release(_ id: CaseID?) throws -> OperatorAnswer? {
    let found = try theCase(id)
    try act(.release(actor), on: found)
    return .released(found.id.reference)
  }

  /// Before a claim and after it: the next rung at once.
  func passOn(_ target: OperatorTarget?) throws -> OperatorAnswer? {
    let found = try theCase(try caseToPassOn(target))
    try act(.passOn(row.id), on: found)
    return .passedOn(found.id.reference)
  }

  /// Without a name: the only claimed case, else the only one that the operator is paged for.
  private func caseToPassOn(_ target: OperatorTarget?) throws -> CaseID? {
    let pages = try transaction.openPages(of: row.id)
    switch target {
    case .reference(let id)?:
      return id
    case .code(let code)?:
      guard let page = pages.first(where: { $0.code == code }) else {
        throw OperatorRefusal.noSuchPageCode
      }
      return page.caseID
    case nil:
      let hasClaim = try !claimedCases().isEmpty
      return !hasClaim && pages.count == 1 ? pages.first?.caseID : nil
    }
  }

  private func claimMinutes(_ found: Case) throws -> Int {
    (try transaction.policy(found.policy) ?? Policy()).claimSeconds / 60
  }

  func duty(_ isOn: Bool) throws -> OperatorAnswer? {
    try actions.setDuty(isOn, of: row.id, by: .operator(row.id), in: transaction, at: now)
    guard !isOn else { return .onDuty }
    let claims = try claimedCases().map(\.id.reference).sorted()
    return .offDuty(claims: claims, isNobodyLeft: try operatorsOnDuty().isEmpty)
  }

  /// In the order of the ladder.
  func operatorsOnDuty() throws -> [OperatorRow] {
    try transaction.operators(of: row.tenant, includingDisabled: false).filter {
      $0.role == .operator && $0.rung != nil && $0.onDutySince != nil
    }
  }
}
