import CheckinFlows

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
