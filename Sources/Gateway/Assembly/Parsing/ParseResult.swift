package import CheckinFlows

/// A reading in the words of the contract for `gatewayd sms parse`.
package struct ParseResult: Encodable, Equatable, Sendable {
  package var meaning: String
  package var endTime: String?
  package var minutes: Int?
  package var note: String?
  package var language: String?

  package init(_ reading: Reading, zone: TenantZone = .stockholm) {
    meaning = ParseResult.name(reading.meaning)
    note = reading.note
    endTime = ParseResult.time(reading.meaning).map(zone.iso8601)
    if case .extend(let minutes) = reading.meaning { self.minutes = minutes }
    if case .language(let language) = reading.meaning { self.language = language.rawValue }
  }

  private static func name(_ meaning: Meaning) -> String {
    switch meaning {
    case .start: "start"
    case .set: "set"
    case .extend: "extend"
    case .close, .closeWithCode: "close"
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

  private static func time(_ meaning: Meaning) -> Instant? {
    switch meaning {
    case .start(let time), .set(let time), .askDay(let time), .tooLong(let time),
      .tooSoon(let time), .past(let time):
      time
    case .extend, .close, .closeWithCode, .closeDuress, .wrongPin, .needPin, .sos, .silentSos,
      .noteDanger, .unknownDanger, .note, .unknown, .ambiguous, .askTime, .noWatch, .status, .info,
      .test, .callMe, .optOutAsk, .stopKept, .enrol, .language:
      nil
    }
  }
}
