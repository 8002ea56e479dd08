extension Meaning {
  /// The stable name, as the interfaces show it: without the values.
  public var name: String {
    switch self {
    case .start: "start"
    case .set: "set"
    case .extend: "extend"
    case .close: "close"
    case .closeWithCode: "closeWithCode"
    case .closeDuress: "closeDuress"
    case .wrongPin: "wrongPin"
    case .needPin: "needPin"
    case .sos: "sos"
    case .silentSos: "silentSos"
    case .noteDanger: "noteDanger"
    case .unknownDanger: "unknownDanger"
    case .note: "note"
    case .unknown: "unknown"
    case .ambiguous: "ambiguous"
    case .askTime: "askTime"
    case .askDay: "askDay"
    case .past: "past"
    case .tooSoon: "tooSoon"
    case .tooLong: "tooLong"
    case .noWatch: "noWatch"
    case .status: "status"
    case .info: "info"
    case .test: "test"
    case .callMe: "callMe"
    case .optOutAsk: "optOutAsk"
    case .stopKept: "stopKept"
    case .enrol: "enrol"
    case .language: "language"
    }
  }
}
