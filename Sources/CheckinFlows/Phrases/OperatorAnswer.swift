public import struct Foundation.TimeZone

/// What an operator's order is answered with. No name, number or place of the person stands in any
/// of them but the card: lock screens are public.
public enum OperatorAnswer: Hashable, Sendable {
  // Done
  /// It was the operator's already, and is so for that many minutes more.
  case stillYours(String, since: Instant, minutes: Int)
  case released(String)
  case passedOn(String)
  /// We ring the operator now, and after key 1 the person.
  case bridgeOrdered(String)
  /// Noted; the claim runs until then.
  case noted(String, until: Instant)
  case policeNoted(String, at: Instant)
  case stoodDown(String)
  /// `watchGoesOn` is the end of a watch that the case leaves alive.
  case closed(String, CaseOutcome, watchGoesOn: Instant?)
  /// Closed as safe, and the person has more time.
  case extended(String, end: Instant)
  /// The live watch got a new end; the case beside it stays open.
  case extendedBeside(String, end: Instant)
  case onDuty
  /// `claims` stay the operator's.
  case offDuty(claims: [String], isNobodyLeft: Bool)

  // Asked for
  case watches([OperatorWatchLine])
  case people(OperatorRota)
  case card(OperatorCard)
  case commands

  case refused(OperatorRefusal)
  /// To the others: somebody's codes are blocked.
  case colleagueBlocked

  /// The finished words: one message, the card and the lists up to three parts.
  public func words(in language: Language, zone: TimeZone, now: Instant) -> String {
    let times = TimeWords(language: language, zone: zone)
    let text =
      switch language {
      case .swedish: swedish(times, now)
      case .english: english(times, now)
      }
    return SMSText.normalised(text)
  }
}
