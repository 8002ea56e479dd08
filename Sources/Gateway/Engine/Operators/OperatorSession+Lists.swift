import CheckinFlows

/// What an operator may look at by text.
extension OperatorSession {
  private static let mostShown = 100

  func list() throws -> OperatorAnswer? {
    let live = try transaction.watches(
      .live, of: row.tenant, before: nil, limit: Self.mostShown)
    let soonestFirst = live.sorted { ($0.end, $0.id) < ($1.end, $1.id) }
    return .watches(
      soonestFirst.map {
        OperatorWatchLine(reference: $0.id.reference, end: $0.end, phase: $0.phase)
      })
  }

  func who() throws -> OperatorAnswer? {
    let open = try transaction.cases(.live, of: row.tenant, after: nil, limit: Self.mostShown)
    let lines = try open.map { found in
      OperatorCaseLine(reference: found.id.reference, holder: try holder(of: found))
    }
    return .people(OperatorRota(onDuty: try operatorsOnDuty().map(\.name), cases: lines))
  }

  private func holder(of found: Case) throws -> String? {
    switch found.responsibility {
    case .unclaimed: nil
    case .claimed(let holder, _, _): try name(of: holder)
    }
  }

  /// The one text with personal data: for the claimant alone, with a code of their own, where the
  /// tenant has allowed it, and logged as a look.
  func card(_ id: CaseID?, code: String?) throws -> OperatorAnswer? {
    guard desk.sendsCards else { throw OperatorRefusal.cardSwitchedOff }
    guard row.codeHash != nil else { throw OperatorRefusal.cardNeedsCode }
    _ = try prove(code, for: .card)
    let found = try theCase(id)
    try requireRight(to: found, isProven: false)
    try act(.work(.act, actor), on: found)
    try log("case.card-sent", of: found)
    return .card(try card(of: found))
  }

  private func card(of found: Case) throws -> OperatorCard {
    let person = try found.person.flatMap { try transaction.person($0) }
    let watch = try found.watch.flatMap { try transaction.watch($0)?.flow }
    let words = [watch?.note, try wordsThatOpened(found)].compactMap { $0 }.filter { !$0.isEmpty }
    return OperatorCard(
      reference: found.id.reference, kind: found.kind, name: person?.name,
      number: try numberToRing(found), unit: person?.unit, end: watch?.end,
      attempts: watch?.attempts.count { $0.confirmedAt == nil } ?? 0,
      signOfLifeAt: found.signOfLife?.at, note: words.joined(separator: " / "))
  }

  /// The latest, where they have changed since.
  private func wordsThatOpened(_ found: Case) throws -> String? {
    try transaction.log(ofCase: found.id).last { $0.entry.kind == "case.words" }?
      .entry.payload["text"]
  }
}
