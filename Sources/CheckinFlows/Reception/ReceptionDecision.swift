/// One thing to do about a text. The engine does them in order, in one transaction.
public enum ReceptionDecision: Hashable, Sendable {
  case reply(PersonText)
  /// Counted by `ReplyHistory` as a reply to a text without a known command.
  case replyWithoutCommand(PersonText)
  /// The stranger's one reply in 24 hours.
  case replyToStranger(PersonText)
  case startWatch(PersonID, end: Instant, note: String, then: [WatchEvent])
  case tellWatch(WatchID, WatchEvent)
  case openCase(CaseOrder)
  case tellCase(CaseID, CaseNews)
  case upgradeCase(CaseID, to: CaseKind)
  case setLanguage(PersonID, Language)
  case enrol(PersonID)
  /// Stored and shown in the log, nothing else.
  case logOnly(ReceptionNote)
}

public enum ReceptionNote: String, Codable, CaseIterable, Sendable {
  case fromOurselves
  case fromAlphanumeric
  case replyLimitReached
  case strangerAnsweredAlready
}

/// What the reception is told of the world.
public struct ReceptionSurroundings: Hashable, Sendable {
  public var tenant: TenantID
  public var policyID: PolicyID
  public var policy: Policy
  /// Unused until now; a decision opens at most one case.
  public var newCase: CaseID

  public init(tenant: TenantID, policyID: PolicyID, policy: Policy, newCase: CaseID) {
    self.tenant = tenant
    self.policyID = policyID
    self.policy = policy
    self.newCase = newCase
  }
}
