/// What an overdue watch, a cry for help, a call-back or a fault becomes: work for a human.
public struct Case: Hashable, Codable, Sendable, Identifiable {
  public let id: CaseID
  public let tenant: TenantID
  public let watch: WatchID?
  public let person: PersonID?
  public var kind: CaseKind
  /// 1 is highest.
  public var priority: Int
  public let openedAt: Instant
  /// What it is about: the end that passed, the message's time.
  public let concernedAt: Instant
  public var phase: CasePhase
  public var responsibility: Responsibility
  public var paging: Paging
  /// The number to ring back, for `callback`.
  public var callbackNumber: PhoneNumber?
  /// What is broken, for `fault`, as a stable name.
  public var faultName: String?
  /// An exercise never reaches the police step.
  public var isExercise = false
  public var police: PoliceHandover?
  /// A sign of life that came while the case was open, shown to the operator as fact.
  public var signOfLife: SignOfLife?
  /// The policy it was opened under.
  public let policy: PolicyID
  /// Exactly one while the case is not closed.
  public var nextStepAt: Instant?

  public init(
    id: CaseID, tenant: TenantID, watch: WatchID?, person: PersonID?, kind: CaseKind,
    priority: Int, openedAt: Instant, concernedAt: Instant, policy: PolicyID
  ) {
    self.id = id
    self.tenant = tenant
    self.watch = watch
    self.person = person
    self.kind = kind
    self.priority = priority
    self.openedAt = openedAt
    self.concernedAt = concernedAt
    self.policy = policy
    self.phase = .open
    self.responsibility = .unclaimed
    self.paging = Paging(startedAt: openedAt)
  }
}

public enum CasePhase: Hashable, Codable, Sendable {
  case open
  case policeAlerted
  case informing
  case closed(CaseOutcome, EstablishedHow?, at: Instant)
}

public enum CaseOutcome: String, Codable, CaseIterable, Sendable {
  case safe
  case needless
  case genuine
  case unknown
  case exercise
}

/// How an outcome was established.
public enum EstablishedHow: String, Codable, CaseIterable, Sendable {
  case phone
  case onSite
  case misunderstanding
}

/// Who answers for a case now. Release and run-out change this, never the phase.
public enum Responsibility: Hashable, Codable, Sendable {
  case unclaimed
  case claimed(by: OperatorID, since: Instant, until: Instant)
}

/// Where the ladder of pages stands. Kept while a case is claimed, so that a claim that runs out
/// goes on from here.
public struct Paging: Hashable, Codable, Sendable {
  public var startedAt: Instant
  /// Highest rung that has been paged; `nil` before the first.
  public var rung: Int?
  public var paged: [OperatorID] = []
  public var everybodyPaged = false
  public var outsideCalled = false
  public var lastRungAt: Instant?
  public var lastTextedAt: Instant?

  public init(startedAt: Instant) {
    self.startedAt = startedAt
  }
}

/// The operator's own 112 call as a recorded fact.
public struct PoliceHandover: Hashable, Codable, Sendable {
  public let at: Instant
  /// `nil` means the explicit "no reference given".
  public let reference: String?
  public let by: OperatorID

  public init(at: Instant, reference: String?, by: OperatorID) {
    self.at = at
    self.reference = reference
    self.by = by
  }
}

public struct SignOfLife: Hashable, Codable, Sendable {
  public let at: Instant
  /// Whether the right code came with it.
  public let withCode: Bool
}
