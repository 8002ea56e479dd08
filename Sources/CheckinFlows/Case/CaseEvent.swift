/// Everything that can happen to a case after it has been opened.
public enum CaseEvent: Hashable, Codable, Sendable {
  /// The time in `nextStepAt` may have come. Stale and doubled wake-ups do nothing.
  case deadlinePassed
  /// Somebody takes the case. The first wins.
  case claim(Actor)
  /// The claimant gives it back.
  case release(Actor)
  /// Key 5 or `skicka`: the next rung at once. Works before and after a claim.
  case passOn(OperatorID)
  case work(CaseWork, Actor)
  /// A fact from the watch or the person.
  case news(CaseNews)
  case becomeGraver(CaseKind)
  /// What became of a page's call.
  case pageCall(OperatorID, PageCallFact)
  /// Somebody came on or went off duty, or got a number.
  case ladderChanged
}

/// An operator's action on a case. Each one renews the claim, and on an unclaimed case makes it.
public enum CaseWork: Hashable, Codable, Sendable {
  /// Looked at, wrote a note, rang the person by hand.
  case act
  /// The operator's own call to 112. `at` is when it was made.
  case alertPolice(at: Instant, PoliceReference)
  /// The police were told that the person is well.
  case standDown(at: Instant)
  case planInforming(InformLists)
  /// Somebody on a list was rung; `confirmed` when they have taken the message.
  case inform(InformListName, recipient: Int64, confirmed: Bool)
  case waiveInforming(InformListName, reason: String)
  case close(CaseOutcome, EstablishedHow?, reason: String)
  /// The person was reached and gets more time: closes as `safe` and re-arms the watch.
  case extendWatch(end: Instant, reason: String)
}

public enum PageCallFact: Hashable, Codable, Sendable {
  /// The provider surely did not take the call: the next rung comes sooner.
  case refused
  /// Rang out, busy, or ended without a key.
  case notTaken
}

/// What a case is told of the world when an event is applied.
public struct CaseSurroundings: Hashable, Sendable {
  /// The version that the case was opened under.
  public var policy: Policy
  public var ladder: Ladder
  /// Whether any watch of the tenant lives; only then is an empty ladder a fault.
  public var isWatchLive: Bool

  public init(policy: Policy, ladder: Ladder, isWatchLive: Bool) {
    self.policy = policy
    self.ladder = ladder
    self.isWatchLive = isWatchLive
  }
}
