import CheckinFlows

extension Meaning {
  /// The stable name, as the interfaces show it: without the values.
  package var name: String {
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

extension Reading {
  /// The text may hold a code, right or wrong: its digits are not kept.
  var mayHoldCode: Bool {
    switch meaning {
    case .closeWithCode, .closeDuress, .wrongPin, .enrol: true
    case .start, .set, .extend, .close, .needPin, .sos, .silentSos, .noteDanger, .unknownDanger,
      .note, .unknown, .ambiguous, .askTime, .askDay, .past, .tooSoon, .tooLong, .noWatch,
      .status, .info, .test, .callMe, .optOutAsk, .stopKept, .language:
      false
    }
  }
}

extension String {
  /// Every digit masked.
  var withoutDigitGroups: String {
    String(map { $0.isNumber ? "*" : $0 })
  }
}
