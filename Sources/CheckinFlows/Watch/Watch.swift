/// A promise with an absolute end time: the person reports back before it, or somebody acts.
///
/// `apply(_:at:in:)` is the only thing that moves it on once it has begun.
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
  /// Every text and page says so, and no case of it reaches the police step.
  public let isExercise: Bool

  public var activity: Activity
  /// The person's own words, unchanged.
  public var note: String
  /// What is to be watched once this part is finished, in order.
  public internal(set) var laterLegs: [WatchLeg]

  public internal(set) var phase: WatchPhase
  /// When this leg was armed; a text that was sent earlier closes, extends and sets nothing.
  public internal(set) var armedAt: Instant
  /// The end that this leg first promised; extensions count from it.
  public internal(set) var firstEnd: Instant
  public internal(set) var end: Instant
  /// When the reminder goes; `nil` when none does, or it has gone.
  public internal(set) var reminderAt: Instant?

  /// All attempts of this watch, numbered from 1 and never forgotten.
  public internal(set) var attempts: [ContactAttempt] = []
  /// How many of them belong to earlier rounds: an extension begins a new round.
  public internal(set) var earlierAttempts = 0
  /// Wrong codes so far, over texts and calls together.
  public internal(set) var wrongCodes = 0
  /// When our latest receipt (`started`, `opened`, `extended`, `earlier`) was ordered.
  public internal(set) var latestReceiptAt: Instant?
  /// A closing message that must come twice has come once, at this time.
  public internal(set) var closingAskedAgainAt: Instant?
  /// The latest "all is well" that came while a case held the watch.
  public internal(set) var signOfLifeAt: Instant?

  /// The case that holds this watch, while it is open.
  public internal(set) var holdingCase: HoldingCase?
  /// Where the clock stands that goes on beside a `dangerWords` case; `nil` in all other states.
  public internal(set) var clockBeside: WatchPhase?
  /// Open cases that run beside this watch; later news of the same kind goes to them.
  public internal(set) var besideCases: [BesideCase] = []
  /// Exactly one while the watch lives; `nil` in a draft and once it is closed.
  public internal(set) var nextStep: NextStep?

  init(_ order: WatchOrder, at now: Instant) {
    id = order.id
    tenant = order.tenant
    person = order.person
    language = order.language
    number = order.number
    policy = order.policyID
    isExercise = order.isExercise
    activity = order.activity
    note = order.note
    laterLegs = order.laterLegs
    phase = .draft
    armedAt = now
    firstEnd = order.end
    end = order.end
  }
}

/// A later part of a watch: the journey after the meeting.
public struct WatchLeg: Hashable, Codable, Sendable {
  public let end: Instant
  public let activity: Activity
  public let note: String

  public init(end: Instant, activity: Activity, note: String) {
    self.end = end
    self.activity = activity
    self.note = note
  }
}
