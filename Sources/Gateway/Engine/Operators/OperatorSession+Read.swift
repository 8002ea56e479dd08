import CheckinFlows

/// What an operator's text turned out to be.
enum OperatorTextReading {
  case command(OperatorCommand)
  /// Meant as an order, and none: the answer says how or why.
  case refusal(OperatorRefusal)
}

extension OperatorSession {
  /// More open cases than any centre can work.
  private static let mostCases = 500

  /// `nil` leaves the text to the persons' grammar.
  func read(_ words: String) throws -> OperatorTextReading? {
    let claims = try claimedCases()
    let isPerson = try !transaction.people(withNumber: number).isEmpty
    let context = try readingContext(hasClaims: !claims.isEmpty, isPerson: isPerson)
    let attempt = OperatorGrammar.attempt(in: words)
    // `släpp L99` must never be taken for the one case that the operator has.
    if case .order(_, let id)? = attempt, !context.knownCases.contains(id) {
      return .refusal(try whyNotOpen(id))
    }
    if let command = OperatorGrammar.read(words, in: context) {
      return command.isCryForHelp(hasClaims: !claims.isEmpty) ? nil : .command(command)
    }
    return try read(attempt, isPerson: isPerson)
  }

  private func read(_ attempt: OperatorAttempt?, isPerson: Bool) throws -> OperatorTextReading? {
    switch attempt {
    case .code(let code)?:
      return try isForPage(code, isPerson: isPerson) ? .refusal(wrongPageCode) : nil
    case .verb(let verb)?:
      return isPerson ? nil : .refusal(.howToWrite(verb))
    case .order?, nil:
      return nil
    }
  }

  private func readingContext(hasClaims: Bool, isPerson: Bool) throws -> OperatorContext {
    let open = try transaction.cases(.live, of: row.tenant, after: nil, limit: Self.mostCases)
    return OperatorContext(
      now: now, zone: desk.zone, knownCases: Set(open.map(\.id)),
      openCodes: Set(try transaction.openPages(of: row.id).map(\.code)),
      readsWithoutReference: hasClaims || !isPerson)
  }

  /// Three digits may be an operator's own end time, 930, unless a page waits for an answer. And
  /// the page may be a colleague's who shares the telephone.
  private func isForPage(_ code: String, isPerson: Bool) throws -> Bool {
    for other in try transaction.operators(withNumber: number) where other.id != row.id {
      if try transaction.openPages(of: other.id).contains(where: { $0.code == code }) {
        return false
      }
    }
    guard isPerson else { return true }
    return try transaction.openPages(of: row.id).contains { page in
      try transaction.case(page.caseID)?.flow.reasonNotToTake == nil
    }
  }

  private var wrongPageCode: OperatorRefusal {
    row.role == .operator ? .noSuchPageCode : .roleMayNot
  }

  func whyNotOpen(_ id: CaseID) throws -> OperatorRefusal {
    guard let known = try transaction.case(id)?.flow, known.tenant == row.tenant,
      case .closed(_, _, let at) = known.phase
    else { return .noSuchCase(id.reference) }
    return .alreadyClosed(id.reference, at: at)
  }
}

extension OperatorCommand {
  /// "112" alone, from somebody who has no case, is a cry for help and no report.
  fileprivate func isCryForHelp(hasClaims: Bool) -> Bool {
    guard case .malformed(.police, .time) = self else { return false }
    return !hasClaims
  }
}
