/// Every text that a person can get, with the values that stand in it.
///
/// The state machines say which one; `Phrasebook` says it in the person's language.
public enum PersonText: Hashable, Codable, Sendable {
  // A watch begins and goes on
  case started(end: Instant)
  /// Laid by an operator during a call.
  case opened(end: Instant)
  case reminder(end: Instant, minutesLeft: Int)
  case due(end: Instant)
  case missed
  case extended(end: Instant)
  case earlier(end: Instant)
  case extensionLimit(end: Instant)
  case nextLeg(end: Instant)
  case statusOn(end: Instant)
  case note(end: Instant)
  case ambiguous(end: Instant)
  case stopKept(end: Instant)
  case callMe(end: Instant)
  case okAgain(end: Instant)
  case wrongCode(end: Instant)
  case needCode(end: Instant)
  case outage(end: Instant)

  // A watch ends, or an alarm goes on
  case closed(at: Instant)
  case closedLate(at: Instant)
  case byOperator(at: Instant)
  case help(at: Instant)
  /// Anything but a closing message while a case holds the watch: the alarm is with operators.
  case caseOpen
  /// An extension that came when a case already holds the watch: noted for the operator.
  case extensionDuringCase

  // No watch: every one of these says so
  case statusOff
  case unknown
  case unknownDanger
  case past(time: Instant)
  case tooSoon
  case tooLong(hours: Int)
  case askTime
  case askDay(time: Instant)
  case nothing
  case callMeOff
  case stranger
  case paused
  case optOutAsk

  // Apart from any watch
  case test
  case info
  case welcome(code: String)
  case enrolled
  case languageChanged
}
