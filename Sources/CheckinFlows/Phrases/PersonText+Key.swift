extension PersonText {
  /// Which sentence says this.
  public var key: PhraseKey {
    switch self {
    case .started: .started
    case .opened: .opened
    case .reminder: .reminder
    case .due: .due
    case .missed: .missed
    case .extended: .extended
    case .earlier: .earlier
    case .extensionLimit: .extensionLimit
    case .nextLeg: .nextLeg
    case .statusOn: .statusOn
    case .note: .note
    case .ambiguous: .ambiguous
    case .stopKept: .stopKept
    case .callMe: .callMe
    case .okAgain: .okAgain
    case .wrongCode: .wrongCode
    case .needCode: .needCode
    case .outage: .outage
    case .closed: .closed
    case .closedLate: .closedLate
    case .byOperator: .byOperator
    case .help: .help
    case .caseOpen: .caseOpen
    case .extensionDuringCase: .extensionDuringCase
    case .statusOff: .statusOff
    case .unknown: .unknown
    case .unknownDanger: .unknownDanger
    case .past: .past
    case .tooSoon: .tooSoon
    case .tooLong: .tooLong
    case .askTime: .askTime
    case .askDay: .askDay
    case .nothing: .nothing
    case .callMeOff: .callMeOff
    case .stranger: .stranger
    case .paused: .paused
    case .optOutAsk: .optOutAsk
    case .test: .test
    case .info: .info
    case .welcome: .welcome
    case .enrolled: .enrolled
    case .languageChanged: .languageChanged
    }
  }
}
