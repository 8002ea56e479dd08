import CheckinFlows

/// Help, and codes that come where no watch lives.
extension CallSession {
  /// Case and pages are stored before the first word is spoken.
  func raiseAlarm() throws -> DeedResult {
    let watches = try watchesToAlarm()
    for id in watches { try apply(.help(silent: false, deed), to: id) }
    if watches.isEmpty { try raise(.sos, orTell: .helpAgain(silent: false)) }
    return .alarmRaised(connect: desk.dialableStaffedNumber)
  }

  /// A number that several people share: help is help for every one of them.
  private func watchesToAlarm() throws -> [WatchID] {
    if let watch = try liveWatch() { return [watch.id] }
    return try callers().compactMap { try transaction.liveWatch(of: $0)?.flow.id }
  }

  /// The watch was closed under the call, or a case was opened apart from any watch.
  func closeWithoutWatch(code: CodeVerdict?) throws -> DeedResult {
    let open = try openHoldingCase()
    let isShown = open.map { !$0.kind.isSilent } ?? false
    switch code {
    case .duress:
      try raise(.duress, orTell: .duressCode)
    case .wrong:
      if let open { try apply(.news(.wrongCode(count: 1)), to: open.id) }
      return .wrongCode
    case .right, nil:
      if let open { try apply(.news(.signOfLife(withCode: code == .right)), to: open.id) }
    }
    return isShown ? .signOfLifeNoted : .alreadyReceived
  }

  /// Opens the case, or makes the one that is open graver, or tells it.
  func raise(_ kind: CaseKind, orTell news: CaseNews) throws {
    guard let open = try openHoldingCase() else {
      return try openCase(kind, number: try otherEnd())
    }
    if kind.isGraver(than: open.kind) { try apply(.becomeGraver(kind), to: open.id) }
    try apply(.news(news), to: open.id)
  }

  func openCase(_ kind: CaseKind, number: PhoneNumber?, words: String? = nil) throws {
    let order = CaseOrder(
      id: try transaction.newCaseID(), tenant: call.tenant, person: try personID(), kind: kind,
      concernedAt: now, policyID: try transaction.currentPolicy(of: call.tenant).id,
      callbackNumber: number, words: words)
    try flows.open(order, cause: try cause(), in: transaction, at: now)
  }

  // MARK: Who may be meant

  /// The number at the other end, where it can be rung back.
  func otherEnd() throws -> PhoneNumber? {
    switch call.purpose {
    case .incoming(let number, _, _):
      return number
    case .check(let id, let number):
      let watch = try transaction.watch(id)?.flow
      let attempt = watch?.attempts.first { $0.number == number }
      return attempt?.otherNumber ?? watch?.number
    case .page, .bridge, .outside:
      return nil
    }
  }

  /// The person, or all who share the number.
  func callers() throws -> [PersonID] {
    if let person = try personID() { return [person] }
    return try otherEnd().map { try transaction.people(withNumber: $0).map(\.id) } ?? []
  }

  /// The gravest open case of the caller's that holds a watch, or would hold one.
  func openHoldingCase() throws -> Case? {
    let open = try callers().flatMap { person in
      try CaseKind.allCases.filter(\.holdsWatch).compactMap { kind in
        try transaction.openCase(kind: kind, person: person, faultName: nil)?.flow
      }
    }
    if let gravest = open.max(by: { $1.kind.isGraver(than: $0.kind) }) { return gravest }
    return try strangersCase(otherEnd())
  }

  private func strangersCase(_ number: PhoneNumber?) throws -> Case? {
    guard let number else { return nil }
    return try liveCases().first {
      $0.person == nil && $0.callbackNumber == number && $0.kind.holdsWatch
    }
  }

  func liveCases() throws -> [Case] {
    try transaction.cases(.live, of: call.tenant, after: nil, limit: Self.mostCasesToSearch)
  }

  /// More open cases than any centre can work; beyond them a case is opened twice.
  private static let mostCasesToSearch = 500
}
