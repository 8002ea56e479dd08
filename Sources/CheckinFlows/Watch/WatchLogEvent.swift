/// One entry of a watch's log. Numbers, names, words and codes are not part of it.
public enum WatchLogEvent: Hashable, Codable, Sendable {
  case drafted
  case armed(end: Instant)
  case legArmed(end: Instant)
  case reminded
  case becameOverdue
  case attemptPlanned(Int, by: Actor?)
  case attemptPlaced(Int)
  case attemptRang(Int)
  case attemptPickedUp(Int)
  case attemptConfirmed(Int)
  case attemptNotConfirmed(Int, NotConfirmedReason)
  /// The calls wait, since somebody has claimed the case.
  case contactHeld
  case contactOver

  case extended(from: Instant, to: Instant, Deed)
  case movedEarlier(from: Instant, to: Instant, Deed)
  case extensionRefused(wanted: Instant)
  case extendedByOperator(from: Instant, to: Instant, Actor, reason: String)
  case edited(Actor)

  case closingAskedAgain
  case codeMissing
  case wrongCode(count: Int)
  case signOfLife(withCode: Bool)
  case helpAsked(silent: Bool, Deed)
  case duressCode(Deed)
  case dangerWords
  case callMe
  case message(kind: String)
  case oldText
  case textLost(kind: String)

  case awaitingOperator(CaseID, CaseKind)
  case caseBeside(CaseID, CaseKind)
  case caseUpgraded(CaseID, CaseKind)
  case caseClaimed(CaseID)
  case caseUnclaimed(CaseID)
  case caseClosed(CaseID)
  case closedByPerson(WatchOutcome, Deed, withCode: Bool)
  case closedByOperator(WatchOutcome, Actor, reason: String)
  case closedByCase(WatchOutcome, CaseID)
  case rearmedByCase(CaseID, end: Instant)
  case refused(WatchRefusal)
}

/// Why a watch turned an action down.
public enum WatchRefusal: Hashable, Codable, Sendable {
  case notArmed
  case alreadyClosed
  case alreadyArmed
  /// Close it, or give more time, through this case.
  case heldByCase(CaseID)
  case reasonMissing
  case endNotInFuture
  /// `handedOver` is never chosen: it comes of closing the case.
  case outcomeNotAllowed(WatchOutcome)
  /// Only a watch that awaits an operator gets further attempts.
  case notAwaitingOperator
  /// The call before has neither ended nor passed its time limit.
  case attemptRuns(Int)
  /// Nothing may start towards this phone.
  case phoneMustStaySilent
  case noSuchAttempt(Int)
  case noSuchCase(CaseID)
}
