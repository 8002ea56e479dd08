extension PersonText {
  /// What stands in the places of this text's template, beside the tenant's own values.
  func values(now: Instant, words: TimeWords) -> [Placeholder: String] {
    var values: [Placeholder: String] = [:]
    values[.time] = comingTime.map { words.time($0, now: now) }
    values[.clock] = eventTime.map { words.clock($0) }
    switch self {
    case .reminder(_, let minutesLeft): values[.minutes] = "\(minutesLeft)"
    case .tooLong(let hours): values[.hours] = "\(hours)"
    case .welcome(let code): values[.code] = code
    case .started, .opened, .due, .missed, .extended, .earlier, .extensionLimit, .nextLeg,
      .statusOn, .note, .ambiguous, .stopKept, .callMe, .okAgain, .wrongCode, .needCode, .outage,
      .closed, .closedLate, .byOperator, .help, .caseOpen, .extensionDuringCase, .statusOff,
      .unknown, .unknownDanger, .past, .tooSoon, .askTime, .askDay, .nothing, .callMeOff,
      .stranger, .paused, .optOutAsk, .test, .info, .enrolled, .languageChanged:
      break
    }
    return values
  }

  /// The end of the watch, or the time that the person is asked about.
  private var comingTime: Instant? {
    switch self {
    case .started(let end), .opened(let end), .reminder(let end, _), .due(let end),
      .extended(let end), .earlier(let end), .extensionLimit(let end), .nextLeg(let end),
      .statusOn(let end), .note(let end), .ambiguous(let end), .stopKept(let end),
      .callMe(let end), .okAgain(let end), .wrongCode(let end), .needCode(let end),
      .outage(let end), .askDay(let end):
      end
    case .missed, .closed, .closedLate, .byOperator, .help, .caseOpen, .extensionDuringCase,
      .statusOff, .unknown, .unknownDanger, .past, .tooSoon, .tooLong, .askTime, .nothing,
      .callMeOff, .stranger, .paused, .optOutAsk, .test, .info, .welcome, .enrolled,
      .languageChanged:
      nil
    }
  }

  /// When something came or happened.
  private var eventTime: Instant? {
    switch self {
    case .closed(let time), .closedLate(let time), .byOperator(let time), .help(let time),
      .past(let time):
      time
    case .started, .opened, .reminder, .due, .missed, .extended, .earlier, .extensionLimit,
      .nextLeg, .statusOn, .note, .ambiguous, .stopKept, .callMe, .okAgain, .wrongCode, .needCode,
      .outage, .caseOpen, .extensionDuringCase, .statusOff, .unknown, .unknownDanger, .tooSoon,
      .tooLong, .askTime, .askDay, .nothing, .callMeOff, .stranger, .paused, .optOutAsk, .test,
      .info, .welcome, .enrolled, .languageChanged:
      nil
    }
  }
}
