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

  /// Closing with the right code is closing; that a code came is nobody's business outside.
  private static func name(_ meaning: Meaning) -> String {
    meaning == .closeWithCode ? Meaning.close.name : meaning.name
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
