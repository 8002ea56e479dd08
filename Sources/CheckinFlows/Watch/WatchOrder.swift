/// All that is needed to begin a watch.
public struct WatchOrder: Hashable, Codable, Sendable {
  /// Drawn by the store, unused until now.
  public var id: WatchID
  public var tenant: TenantID
  public var person: PersonID
  public var language: Language
  public var number: PhoneNumber
  public var policyID: PolicyID
  public var activity: Activity
  /// The person's own words, unchanged.
  public var note: String
  public var end: Instant
  public var laterLegs: [WatchLeg]
  public var isExercise: Bool
  public var origin: WatchOrigin

  public init(
    id: WatchID, tenant: TenantID, person: PersonID, language: Language, number: PhoneNumber,
    policyID: PolicyID, activity: Activity = .otherDuty, note: String = "", end: Instant,
    laterLegs: [WatchLeg] = [], isExercise: Bool = false, origin: WatchOrigin
  ) {
    self.id = id
    self.tenant = tenant
    self.person = person
    self.language = language
    self.number = number
    self.policyID = policyID
    self.activity = activity
    self.note = note
    self.end = end
    self.laterLegs = laterLegs
    self.isExercise = isExercise
    self.origin = origin
  }
}

/// How a watch came to be, which decides its first text.
public enum WatchOrigin: Hashable, Codable, Sendable {
  /// The person's own text: `started`.
  case text
  /// Read back during a call, or laid by a program: `opened`.
  case `operator`(Actor)
  /// Saved during an intake and not read back yet: no text, and nobody is watched.
  case draft(Actor)
}
