/// What a case wants done. The engine does all of it in the transaction that saves the case.
public enum CaseEffect: Hashable, Codable, Sendable {
  /// Pages one operator; text and call go together except when only one is due again.
  case page(OperatorID, text: Bool, call: Bool)
  /// The outside path: numbers, or a command to run, which goes with the call.
  case pageOutside(text: Bool, call: Bool)
  /// Whoever may suspend is paged with everybody.
  case pageAuthority(text: Bool, call: Bool)
  /// A `fault` case by this stable name, unless one is open already.
  case openFault(FaultName)
  /// A text to an operator about a case of theirs.
  case tell(OperatorID, OperatorNews)
  case tellWatch(WatchID, CaseFact)
  /// Turned down; nothing changed.
  case refused(CaseRefusal)
  case log(CaseLogEvent)
}

public enum FaultName: String, Codable, CaseIterable, Sendable {
  case nobodyOnDuty
  /// Watches that ended more than 24 hours ago without anybody having been called.
  case longOverdue
}

public enum OperatorNews: Hashable, Codable, Sendable {
  /// The case is yours, until it runs out.
  case claimed(since: Instant, minutes: Int)
  /// The case became graver under you; the page's sentence is sent anew.
  case graver(CaseKind)
  case news(CaseNews)
  /// You have not done anything for so long that others are paged again.
  case claimRanOut
}

/// One entry of a case's log. Numbers, names, words and codes are not part of it.
public enum CaseLogEvent: Hashable, Codable, Sendable {
  case opened(CaseKind, priority: Int)
  case paged(OperatorID, text: Bool, call: Bool)
  case everybodyPaged
  case outsideCalled
  case nobodyOnDuty
  case pageRefused(OperatorID)
  case pageNotTaken(OperatorID)
  case claimed(Actor)
  case claimRenewed(Actor)
  case claimRanOut(Actor)
  case released(Actor)
  case passedOn(OperatorID)
  case acted(Actor)
  case policeAlerted(PoliceHandover)
  case standDown(StandDown)
  case signOfLife(withCode: Bool)
  case news(kind: String)
  case becameGraver(CaseKind)
  case informingPlanned(Actor)
  case informed(InformListName, recipient: Int64, confirmed: Bool, Actor)
  case informingWaived(InformListName, reason: String, Actor)
  case closed(CaseOutcome, EstablishedHow?, reason: String, Actor)
  case refused(CaseRefusal)
}

/// Why a case turned an action down.
public enum CaseRefusal: Hashable, Codable, Sendable {
  case alreadyClosed
  case alreadyClaimed(by: Actor, since: Instant)
  /// Somebody else answers for it now.
  case claimedByOther(by: Actor, since: Instant)
  case notClaimed
  case reasonMissing
  case establishedHowMissing
  /// Write the reference, or say outright that none was given.
  case policeReferenceMissing
  case timeInFuture
  case exerciseNeverReachesPolice
  case policeNotAlerted
  /// Tell the police first, and close as `needless`, `genuine` or `unknown`.
  case policeWereAlerted
  /// Finish the list, or waive it with a reason.
  case informingUnfinished(InformListName)
  case noSuchRecipient
  case noWatchToExtend
  case endNotInFuture
  case kindNotGraver
  /// Only an exercise ends as one.
  case outcomeNotAllowed(CaseOutcome)
}
