extension Reception {
  /// A cry for help without a live watch: never limited, and open to strangers and the suspended.
  /// `nil` when the text is none.
  ///
  /// - Parameter replyToDuress: what the right code would get here.
  func alarm(
    person: PersonID?, openCases: [OpenCase], replyToDuress: [ReceptionDecision] = []
  ) -> [ReceptionDecision]? {
    switch text.reading.meaning {
    case .sos:
      return raise(.sos, .helpAgain(silent: false), person, openCases)
        + [.reply(.help(at: now))]
    case .silentSos:
      return raise(.silentSOS, .helpAgain(silent: true), person, openCases)
    case .closeDuress:
      return raise(.duress, .duressCode, person, openCases) + replyToDuress
    case .unknownDanger, .noteDanger:
      return raise(.dangerWords, .dangerWords(text.words), person, openCases)
        + limited(.unknownDanger)
    case .start, .set, .extend, .close, .closeWithCode, .wrongPin, .needPin, .note, .unknown,
      .ambiguous, .askTime, .askDay, .past, .tooSoon, .tooLong, .noWatch, .status, .info, .test,
      .callMe, .optOutAsk, .stopKept, .enrol, .language:
      return nil
    }
  }

  /// Opens the case, or makes the one that is open graver, or tells it.
  private func raise(
    _ kind: CaseKind, _ news: CaseNews, _ person: PersonID?, _ openCases: [OpenCase]
  ) -> [ReceptionDecision] {
    guard let open = openCases.first(where: { $0.kind.holdsWatch }) else {
      return [.openCase(order(kind, person))]
    }
    guard kind.isGraver(than: open.kind) else { return [.tellCase(open.id, news)] }
    return [.upgradeCase(open.id, to: kind), .tellCase(open.id, news)]
  }

  /// In an open case of the same kind, else in a new one.
  func showOperators(
    _ news: CaseNews, kind: CaseKind, person: PersonID?, _ openCases: [OpenCase]
  ) -> [ReceptionDecision] {
    if let open = openCases.first(where: { $0.kind == kind }) { return [.tellCase(open.id, news)] }
    return [.openCase(order(kind, person))]
  }

  private func order(_ kind: CaseKind, _ person: PersonID?) -> CaseOrder {
    CaseOrder(
      id: surroundings.newCase, tenant: surroundings.tenant, person: person, kind: kind,
      concernedAt: now, policyID: surroundings.policyID, callbackNumber: caller.number,
      words: text.words)
  }

  /// A reply to a text that holds no known command, while there are such replies left.
  func limited(_ reply: PersonText) -> [ReceptionDecision] {
    mayAnswer ? [.replyWithoutCommand(reply)] : [.logOnly(.replyLimitReached)]
  }
}
