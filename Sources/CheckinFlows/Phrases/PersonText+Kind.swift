extension PersonText {
  /// A receipt that says until when the person is watched. When it is surely lost, an operator
  /// has to know.
  public var isReceiptOfPromise: Bool {
    switch self {
    case .started, .opened, .extended, .earlier, .nextLeg: true
    case .reminder, .due, .missed, .extensionLimit, .statusOn, .note, .ambiguous, .stopKept,
      .callMe, .okAgain, .wrongCode, .needCode, .outage, .closed, .closedLate, .byOperator,
      .help, .caseOpen, .extensionDuringCase, .statusOff, .unknown, .unknownDanger, .past,
      .tooSoon, .tooLong, .askTime, .askDay, .nothing, .callMeOff, .stranger, .paused,
      .optOutAsk, .test, .info, .welcome, .enrolled, .languageChanged:
      false
    }
  }

  /// The stable name, for logs, without the values.
  public var name: String { key.rawValue }
}
