/// A promise with an absolute end time: the person reports back before it, or somebody acts.
public struct Watch: Hashable, Codable, Sendable, Identifiable {
  public let id: WatchID
  public let tenant: TenantID
  public let person: PersonID
  /// The language of texts and calls to the person.
  public var language: Language
  /// Where the person is reached.
  public var number: PhoneNumber
  /// The version of the tenant's policy that holds until this watch is closed.
  public let policy: PolicyID

  public var activity: Activity
  /// The person's own words, unchanged.
  public var note: String

  public var phase: WatchPhase
  public let armedAt: Instant
  /// The end that was first promised; extensions by text count from it.
  public let firstEnd: Instant
  public var end: Instant
  public var attempts: [ContactAttempt] = []
  /// Wrong codes so far, over texts and calls together.
  public var wrongCodes = 0
  /// When our latest receipt (`started`, `opened`, `extended`, `earlier`) was ordered.
  public var latestReceiptAt: Instant?
  /// A closing message that must come twice has come once, at this time.
  public var closingAskedAgainAt: Instant?
  /// The case that holds this watch, while it is open.
  public var holdingCase: HoldingCase?
  /// Exactly one while the watch lives; `nil` once it is closed.
  public var nextStep: NextStep?

  public init(
    id: WatchID, tenant: TenantID, person: PersonID, language: Language, number: PhoneNumber,
    policy: PolicyID, activity: Activity, note: String, phase: WatchPhase, armedAt: Instant,
    end: Instant
  ) {
    self.id = id
    self.tenant = tenant
    self.person = person
    self.language = language
    self.number = number
    self.policy = policy
    self.activity = activity
    self.note = note
    self.phase = phase
    self.armedAt = armedAt
    self.firstEnd = end
    self.end = end
  }
}

public enum WatchPhase: Hashable, Codable, Sendable {
  case draft
  case armed
  case reminded
  case overdue
  /// The attempt that runs or has just ended, counted from 1.
  case contacting(attempt: Int)
  case awaitingOperator
  case closed(WatchOutcome, at: Instant)
}

public enum WatchOutcome: String, Codable, CaseIterable, Sendable {
  case safe
  case cancelled
  case handedOver
}

public enum Activity: String, Codable, CaseIterable, Sendable {
  case meeting
  case journey
  case otherDuty
}

/// What the watch has to know of the case that holds it.
public struct HoldingCase: Hashable, Codable, Sendable {
  public let id: CaseID
  public var kind: CaseKind
  public var isClaimed: Bool

  public init(id: CaseID, kind: CaseKind, isClaimed: Bool = false) {
    self.id = id
    self.kind = kind
    self.isClaimed = isClaimed
  }
}

/// What happens next if nobody does anything.
public enum NextStep: Hashable, Codable, Sendable {
  /// The core is woken at this time.
  case at(Instant)
  /// The open case that holds the watch drives it on.
  case byCase(CaseID)
}

/// One try to reach the person: a text and a call. The four facts are kept apart.
public struct ContactAttempt: Hashable, Codable, Sendable {
  /// Counted from 1; an operator's extra attempts count on.
  public let number: Int
  public let plannedAt: Instant
  public var placedAt: Instant?
  /// `nil` where the provider does not tell; never inferred.
  public var rangAt: Instant?
  public var pickedUpAt: Instant?
  public var confirmedAt: Instant?
  public var endedAt: Instant?
  public var notConfirmed: NotConfirmedReason?

  public init(number: Int, plannedAt: Instant) {
    self.number = number
    self.plannedAt = plannedAt
  }
}

/// Why an attempt is not a sign of life.
public enum NotConfirmedReason: String, Codable, CaseIterable, Sendable {
  /// Rang out; also what a provider's plain "failed" is read as.
  case noAnswer
  case busy
  /// Picked up by somebody or something, and no key came.
  case noKey
  case hungUp
  case wrongCode
  /// The provider surely did not take the call.
  case refused
  /// Nobody knows whether the call was placed.
  case unknown
  /// Its own time limit passed without an end being told.
  case timeLimit
  /// Not needed any more before it was placed.
  case withdrawn
}
