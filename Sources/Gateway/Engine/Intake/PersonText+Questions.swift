import CheckinFlows

extension PersonText {
  /// Our texts that a bare "ja" or "nej" answers.
  var asksWhetherAllIsWell: Bool {
    switch self {
    case .reminder, .due, .note, .ambiguous, .stopKept, .okAgain: true
    case .started, .opened, .missed, .extended, .earlier, .extensionLimit, .nextLeg, .statusOn,
      .callMe, .wrongCode, .needCode, .outage, .closed, .closedLate, .byOperator, .help,
      .caseOpen, .extensionDuringCase, .statusOff, .unknown, .unknownDanger, .past, .tooSoon,
      .tooLong, .askTime, .askDay, .nothing, .callMeOff, .stranger, .paused, .optOutAsk, .test,
      .info, .welcome, .enrolled, .languageChanged:
      false
    }
  }

  /// Replies to texts without a known command, which are limited.
  var answersNoCommand: Bool {
    switch self {
    case .unknown, .unknownDanger, .note, .ambiguous, .paused: true
    case .started, .opened, .reminder, .due, .missed, .extended, .earlier, .extensionLimit,
      .nextLeg, .statusOn, .stopKept, .callMe, .okAgain, .wrongCode, .needCode, .outage, .closed,
      .closedLate, .byOperator, .help, .caseOpen, .extensionDuringCase, .statusOff, .past,
      .tooSoon, .tooLong, .askTime, .askDay, .nothing, .callMeOff, .stranger, .optOutAsk, .test,
      .info, .welcome, .enrolled, .languageChanged:
      false
    }
  }
}
