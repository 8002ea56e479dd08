import CheckinFlows

extension FlowSession {
  /// The page's text and call, with a code that claims the case.
  func page(_ operatorID: OperatorID, text: Bool, call: Bool, for row: Case) throws {
    guard let paged = try transaction.operator(operatorID), let number = paged.number else {
      return
    }
    let code = try pageCode(of: operatorID, for: row.id)
    let purpose = OutboundPurpose.page(row.id, operatorID)
    if text {
      let words = try pageWords(row, code: code, in: paged.language)
      try put(purpose, .text(words), to: number, lane: .lifeSafety, tenant: row.tenant)
    }
    if call {
      let ringSeconds = try policy(row.policy).operatorRingSeconds
      try put(
        purpose, .call(ringSeconds: ringSeconds), to: number, lane: .lifeSafety,
        tenant: row.tenant)
    }
  }

  func tell(_ operatorID: OperatorID, _ news: OperatorNews, of row: Case) throws {
    guard let told = try transaction.operator(operatorID), let number = told.number else { return }
    let text = try operatorText(news, of: row, to: told)
    let book = Phrasebook.inLanguage(told.language)
    let words = book.text(text, now: now, settings: runner.configuration.texts)
    try put(
      .operatorReply(operatorID, text), .text(words), to: number, lane: .lifeSafety,
      tenant: row.tenant)
  }

  private func operatorText(
    _ news: OperatorNews, of row: Case, to told: OperatorRow
  ) throws -> OperatorText {
    switch news {
    case .claimed(let since, let minutes):
      return .claimed(reference: row.id.reference, since: since, minutes: minutes)
    case .graver:
      let code = try pageCode(of: told.id, for: row.id)
      return .page(try facts(row, code: code, in: told.language))
    case .news(let news):
      return .answer(
        OperatorNewsWords.words(news, reference: row.id.reference, in: told.language))
    case .claimRanOut:
      return .answer(
        OperatorNewsWords.claimRanOut(reference: row.id.reference, in: told.language))
    }
  }

  private func pageWords(_ row: Case, code: String, in language: Language) throws -> String {
    Phrasebook.inLanguage(language).text(
      .page(try facts(row, code: code, in: language)), now: now,
      settings: runner.configuration.texts)
  }

  private func facts(_ row: Case, code: String, in language: Language) throws -> PageFacts {
    let watch = try row.watch.flatMap { try transaction.watch($0)?.flow }
    return PageFacts(
      reference: row.id.reference, kind: row.kind, at: row.concernedAt, code: code,
      watchEnd: watch.flatMap { $0.isLive ? $0.end : nil },
      callbackNumber: row.callbackNumber,
      fault: row.faultName.flatMap { FaultWords.words($0, in: language) })
  }

  /// The code of this operator's page for the case, drawn when it is the first.
  func pageCode(of operatorID: OperatorID, for caseID: CaseID) throws -> String {
    let open = try transaction.openPages(of: operatorID)
    if let known = open.first(where: { $0.caseID == caseID }) { return known.code }
    let code = runner.drawPageCode(besides: Set(open.map(\.code)))
    try transaction.save(
      PageRow(caseID: caseID, operatorID: operatorID, code: code, openedAt: now))
    return code
  }
}
