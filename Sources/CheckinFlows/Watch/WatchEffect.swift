/// What a watch wants done. The engine does all of it in the transaction that saves the watch.
public enum WatchEffect: Hashable, Codable, Sendable {
  /// A text to the person; the engine adds the address.
  case text(PersonText)
  /// Rings the person for this attempt; see `ContactAttempt.otherNumber`.
  case call(attempt: Int)
  case openCase(CaseOrder)
  case tellCase(CaseID, CaseNews)
  /// The case becomes graver; the watch has taken note already.
  case upgradeCase(CaseID, to: CaseKind)
  /// The unit's security officer is told afterwards that the service was used.
  case tellAfterwards(afterAlarm: Bool)
  /// The action was turned down, and nothing changed.
  case refused(WatchRefusal)
  case log(WatchLogEvent)
}

/// A case to be opened, in the words that the watch knows.
public struct CaseOrder: Hashable, Codable, Sendable {
  public var id: CaseID
  public var tenant: TenantID
  public var watch: WatchID?
  public var person: PersonID?
  public var kind: CaseKind
  /// 1 is highest.
  public var priority: Int
  /// What it is about: the end that passed, the message's time.
  public var concernedAt: Instant
  public var policyID: PolicyID
  public var isExercise: Bool
  /// The number to ring back, for `callback`, and for strangers.
  public var callbackNumber: PhoneNumber?
  /// What is broken, for `fault`, as a stable name.
  public var faultName: String?
  /// The text that opened it, unchanged.
  public var words: String?

  public init(
    id: CaseID, tenant: TenantID, watch: WatchID? = nil, person: PersonID? = nil, kind: CaseKind,
    priority: Int? = nil, concernedAt: Instant, policyID: PolicyID, isExercise: Bool = false,
    callbackNumber: PhoneNumber? = nil, faultName: String? = nil, words: String? = nil
  ) {
    self.id = id
    self.tenant = tenant
    self.watch = watch
    self.person = person
    self.kind = kind
    self.priority = priority ?? kind.usualPriority
    self.concernedAt = concernedAt
    self.policyID = policyID
    self.isExercise = isExercise
    self.callbackNumber = callbackNumber
    self.faultName = faultName
    self.words = words
  }
}

/// A fact for those who work a case.
public enum CaseNews: Hashable, Codable, Sendable {
  /// "All is well", with the right code or without one.
  case signOfLife(withCode: Bool)
  case duressCode
  case wrongCode(count: Int)
  case helpAgain(silent: Bool)
  case extensionWish(end: Instant)
  case callMe
  case message(String)
  case dangerWords(String)
  case stop
  /// A closing, extending or setting text that was sent before the watch was armed.
  case oldText
  /// The calls at the end time went unanswered while the case was open.
  case notReached
  /// A receipt could not be delivered.
  case receiptLost
  /// During a silent case the person's side asked for a new watch, and was told that it began.
  case newWatchWish(end: Instant)
}
