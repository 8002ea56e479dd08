/// What decides whether, and how, a text is an operator's order.
public struct OperatorContext: Sendable {
  public var now: Instant
  public var zone: TenantZone
  /// Cases that are not closed.
  public var knownCases: Set<CaseID>
  /// Codes of this operator's open pages.
  public var openCodes: Set<String>
  /// An order without a reference is the operator's: they have a case, or are nobody's person.
  public var readsWithoutReference: Bool

  public init(
    now: Instant, zone: TenantZone = .stockholm, knownCases: Set<CaseID> = [],
    openCodes: Set<String> = [], readsWithoutReference: Bool = false
  ) {
    self.now = now
    self.zone = zone
    self.knownCases = knownCases
    self.openCodes = openCodes
    self.readsWithoutReference = readsWithoutReference
  }
}
