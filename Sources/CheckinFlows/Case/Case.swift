/// What an overdue watch, a cry for help, a call-back or a fault becomes: work for a human.
///
/// Two axes: the phase says how far the work has come, the responsibility who answers for it.
/// `apply(_:at:in:)` is the only thing that moves it on.
public struct Case: Hashable, Codable, Sendable, Identifiable {
  public let id: CaseID
  public let tenant: TenantID
  public let watch: WatchID?
  public let person: PersonID?
  public internal(set) var kind: CaseKind
  /// 1 is highest.
  public internal(set) var priority: Int
  public let openedAt: Instant
  /// What it is about: the end that passed, the message's time.
  public let concernedAt: Instant
  public internal(set) var phase: CasePhase
  public internal(set) var responsibility: Responsibility
  public internal(set) var paging: Paging
  /// The number to ring back, for `callback`.
  public let callbackNumber: PhoneNumber?
  /// What is broken, for `fault`, as a stable name.
  public let faultName: String?
  /// An exercise never reaches the police step.
  public let isExercise: Bool
  public internal(set) var police: PoliceHandover?
  /// The police were told that the person is well.
  public internal(set) var standDown: StandDown?
  /// The latest sign of life that came while the case was open, shown to the operator as fact.
  public internal(set) var signOfLife: SignOfLife?
  /// Those who are told once the police are alerted.
  public internal(set) var informing: InformLists
  /// The policy it was opened under.
  public let policy: PolicyID
  /// Exactly one while the case is not closed.
  public internal(set) var nextStepAt: Instant?

  init(_ order: CaseOrder, at now: Instant) {
    id = order.id
    tenant = order.tenant
    watch = order.watch
    person = order.person
    kind = order.kind
    priority = order.priority
    openedAt = now
    concernedAt = order.concernedAt
    phase = .open
    responsibility = .unclaimed
    paging = Paging(startedAt: now)
    callbackNumber = order.callbackNumber
    faultName = order.faultName
    isExercise = order.isExercise
    informing = InformLists()
    policy = order.policyID
  }
}

public enum CasePhase: Hashable, Codable, Sendable {
  case open
  case policeAlerted
  case informing
  case closed(CaseOutcome, EstablishedHow?, at: Instant)

  /// The stable name, as in the interface for programs.
  public var name: String {
    switch self {
    case .open: "open"
    case .policeAlerted: "policeAlerted"
    case .informing: "informing"
    case .closed: "closed"
    }
  }
}

public enum CaseOutcome: String, Codable, CaseIterable, Sendable {
  /// The person is well, and no police were alerted.
  case safe
  /// The police were alerted, and the person was well.
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
  case claimed(by: Actor, since: Instant, until: Instant)
}

/// The operator's own 112 call as a recorded fact.
public struct PoliceHandover: Hashable, Codable, Sendable {
  public let at: Instant
  public let reference: PoliceReference
  public let by: Actor

  public init(at: Instant, reference: PoliceReference, by: Actor) {
    self.at = at
    self.reference = reference
    self.by = by
  }
}

public enum PoliceReference: Hashable, Codable, Sendable {
  case given(String)
  /// Said outright: the police gave none.
  case noneGiven
}

/// The operator has told the police that the person is well.
public struct StandDown: Hashable, Codable, Sendable {
  public let at: Instant
  public let by: Actor
}

public struct SignOfLife: Hashable, Codable, Sendable {
  public let at: Instant
  /// Whether the right code came with it.
  public let withCode: Bool
}
