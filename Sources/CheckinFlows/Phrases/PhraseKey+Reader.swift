extension PhraseKey {
  /// Who reads a sentence, and whether that person is watched when it comes. The rules that
  /// `TextRules` checks hang on it.
  public enum Reader: Hashable, Sendable {
    /// A person with a live watch: never told "INTE bevakad".
    case watchedPerson
    /// A person without one: always told so.
    case unwatchedPerson
    /// A person for whom the sentence holds either way.
    case anyPerson
    case operators
    /// Those who must be told of an alarm, or afterwards.
    case informed
  }

  public var reader: Reader {
    switch self {
    case .started, .opened, .reminder, .due, .missed, .extended, .earlier, .extensionLimit,
      .nextLeg, .statusOn, .note, .ambiguous, .stopKept, .callMe, .okAgain, .wrongCode, .needCode,
      .outage, .caseOpen, .extensionDuringCase:
      .watchedPerson
    case .statusOff, .unknown, .unknownDanger, .past, .tooSoon, .tooLong, .askTime, .askDay,
      .nothing, .callMeOff, .stranger, .paused, .optOutAsk:
      .unwatchedPerson
    case .closed, .closedLate, .byOperator, .help, .test, .info, .welcome, .enrolled,
      .languageChanged:
      .anyPerson
    case .pageNotReached, .pageSOS, .pageSilent, .pageDanger, .pageCallback, .pageHiddenCallback,
      .pageUnclear, .pageUnclearWithoutWatch, .pageFault, .unknownFault, .claimed, .alreadyTaken:
      .operators
    case .inform, .standDown, .afterSafe, .afterAlarm:
      .informed
    }
  }

  var isToPerson: Bool {
    switch reader {
    case .watchedPerson, .unwatchedPerson, .anyPerson: true
    case .operators, .informed: false
    }
  }
}
