/// What decides whether, and how, a text is an operator's order.
public struct OperatorContext: Sendable {
  public var now: Instant
  public var zone: TenantZone
  /// Cases that are not closed.
  public var knownCases: Set<CaseID>
  /// Page codes of cases that nobody has claimed yet.
  public var openCodes: Set<String>
  /// The operator has exactly one claimed case, which an order without a reference means.
  public var hasOneClaim: Bool

  public init(
    now: Instant, zone: TenantZone = .stockholm, knownCases: Set<CaseID> = [],
    openCodes: Set<String> = [], hasOneClaim: Bool = false
  ) {
    self.now = now
    self.zone = zone
    self.knownCases = knownCases
    self.openCodes = openCodes
    self.hasOneClaim = hasOneClaim
  }
}
