import CheckinFlows

/// Which case is meant, and whether this operator may work it.
extension OperatorSession {
  private static let mostClaims = 50

  func claimedCases() throws -> [Case] {
    try transaction.cases(
      .claimedBy(row.id), of: row.tenant, after: nil, limit: Self.mostClaims)
  }

  /// The case of that name; without a name, the operator's only one.
  func theCase(_ id: CaseID?) throws -> Case {
    guard let id else { return try onlyClaimed() }
    guard let found = try transaction.case(id)?.flow, found.tenant == row.tenant, found.isOpen
    else { throw try whyNotOpen(id) }
    return found
  }

  private func onlyClaimed() throws -> Case {
    let claims = try claimedCases()
    guard let only = claims.first else { throw OperatorRefusal.nothingClaimed }
    guard claims.count == 1 else {
      throw OperatorRefusal.which(claims.map(\.id.reference).sorted())
    }
    return only
  }

  /// A sender number is easily forged, and references are easily guessed. So work by text needs
  /// the claim, which the page code has proved, or the operator's own code.
  func requireRight(to found: Case, isProven: Bool) throws {
    switch found.responsibility {
    case .claimed(actor, _, _):
      return
    case .claimed(let holder, let since, _):
      throw OperatorRefusal.takenByOther(
        found.id.reference, name: try name(of: holder), since: since)
    case .unclaimed:
      guard !isProven else { return }
      throw OperatorRefusal.takeFirst(found.id.reference, code: try pageCode(for: found.id))
    }
  }

  /// Goes to the operator's own telephone alone, like the page's.
  private func pageCode(for id: CaseID) throws -> String {
    let session = FlowSession(flows, cause: FlowCause(.operator(row.id)), in: transaction, at: now)
    return try session.pageCode(of: row.id, for: id)
  }

  func name(of holder: Actor) throws -> String {
    switch holder {
    case .operator(let id): try transaction.operator(id)?.name ?? "operator \(id.rawValue)"
    case .named(let name): name
    }
  }

  // MARK: To the machines

  func act(_ event: CaseEvent, on found: Case) throws {
    do {
      try actions.act(event, on: found.id, by: actor, in: transaction, at: now)
    } catch let refusal as ActionRefusal {
      throw try failure(for: refusal, about: found)
    }
  }

  func act(_ action: WatchAction, on watch: WatchID, of found: Case) throws {
    do {
      try actions.act(action, on: watch, by: actor, in: transaction, at: now)
    } catch let refusal as ActionRefusal {
      throw try failure(for: refusal, about: found)
    }
  }

  /// The refusal in words; what an operator's order cannot meet is thrown on as it is.
  func failure(for refusal: ActionRefusal, about found: Case) throws -> any Error {
    let reference = found.id.reference
    switch refusal {
    case .case(.alreadyClosed):
      return try whyNotOpen(found.id)
    case .case(.alreadyClaimed(let holder, let since)),
      .case(.claimedByOther(let holder, let since)):
      return OperatorRefusal.takenByOther(reference, name: try name(of: holder), since: since)
    case .case(let reason):
      return OperatorRefusal.refusedByCase(reference, reason)
    case .watch(let reason):
      return OperatorRefusal.refusedByWatch(reference, reason)
    case .noSuchCase, .noSuchWatch:
      return OperatorRefusal.noSuchCase(reference)
    case .nameMissing, .nameTaken, .numberUnreadable, .numberRefused, .code, .noSuchPerson,
      .personSuspended, .personWithoutNumber, .endNotInFuture:
      return refusal
    }
  }
}
