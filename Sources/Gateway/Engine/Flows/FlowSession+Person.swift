import CheckinFlows

extension FlowSession {
  /// A text about a watch. The answer to a text goes where the text came from.
  func order(_ text: PersonText, of watch: Watch) throws {
    result.texts.append(text)
    let number = cause.replyTo ?? watch.number
    try put(
      .watchText(watch.id, text), .text(words(text, in: watch.language)), to: number,
      lane: .lifeSafety, tenant: watch.tenant)
  }

  func orderCheckCall(attempt number: Int, of watch: Watch) throws {
    let attempt = watch.attempts.first { $0.number == number }
    let ringSeconds = try policy(watch.policy).ringSeconds
    try put(
      .checkCall(watch.id, attempt: number), .call(ringSeconds: ringSeconds),
      to: attempt?.otherNumber ?? watch.number, lane: .lifeSafety, tenant: watch.tenant)
  }

  /// A reply apart from any watch.
  func reply(
    _ text: PersonText, to number: PhoneNumber, person: PersonID?, language: Language,
    tenant: TenantID
  ) throws {
    result.texts.append(text)
    try put(
      .reply(person, text), .text(words(text, in: language)), to: number, lane: text.lane,
      tenant: tenant)
  }

  /// The officers are told that the service was used; never what for.
  func tellOfficersAfterwards(of watch: Watch, afterAlarm: Bool) throws {
    let officers = runner.configuration.tellsAfterwards ? try officers(of: watch.tenant) : []
    guard !officers.isEmpty else {
      return try log("watch.nobody-told-afterwards", watch: watch)
    }
    let text: NoticeText =
      afterAlarm
      ? .afterAlarm(on: watch.end, reference: watch.id.reference)
      : .afterSafe(on: watch.end, reference: watch.id.reference)
    for officer in officers {
      try put(
        .notice(nil, watch.id, text), .text(words(text, in: officer.language)),
        to: officer.number, lane: .courtesy, tenant: watch.tenant)
    }
  }

  func officers(of tenant: TenantID) throws -> [OperatorRow] {
    try transaction.operators(of: tenant, includingDisabled: false).filter {
      $0.role == .officer && $0.number != nil
    }
  }

  // MARK: Words

  private func words(_ text: PersonText, in language: Language) -> String {
    Phrasebook.inLanguage(language).text(text, now: now, settings: runner.configuration.texts)
  }

  private func words(_ text: NoticeText, in language: Language) -> String {
    Phrasebook.inLanguage(language).text(text, settings: runner.configuration.texts)
  }
}

extension PersonText {
  /// Whatever says that somebody is watched, or is not, is life-safety.
  var lane: Lane {
    switch self {
    case .stranger, .optOutAsk, .test, .info, .welcome, .enrolled, .languageChanged: .courtesy
    case .started, .opened, .reminder, .due, .missed, .extended, .earlier, .extensionLimit,
      .nextLeg, .statusOn, .note, .ambiguous, .stopKept, .callMe, .okAgain, .wrongCode,
      .needCode, .outage, .closed, .closedLate, .byOperator, .help, .caseOpen,
      .extensionDuringCase, .statusOff, .unknown, .unknownDanger, .past, .tooSoon, .tooLong,
      .askTime, .askDay, .nothing, .callMeOff, .paused:
      .lifeSafety
    }
  }
}
