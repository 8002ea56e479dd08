/// Who a text comes from, as far as the number tells.
public struct Caller: Hashable, Sendable {
  /// `nil` for a sender that is no number.
  public var number: PhoneNumber?
  public var identity: CallerIdentity
  public var replies: ReplyHistory

  public init(
    number: PhoneNumber?, identity: CallerIdentity, replies: ReplyHistory = ReplyHistory()
  ) {
    self.number = number
    self.identity = identity
    self.replies = replies
  }
}

public enum CallerIdentity: Hashable, Sendable {
  /// One of our own numbers: never answered, so that no loop begins.
  case ourselves
  /// Letters instead of a number: nothing can be answered.
  case alphanumeric
  /// `openCases`: those that this number has opened already.
  case stranger(openCases: [OpenCase])
  /// Suspended by decision. A watch that was live then is kept to its end.
  case paused(Situation)
  case person(Situation)
  /// Registered to several people, or with two live watches: it cannot be told who writes.
  case shared([Situation])
}

/// A person as the reception has to know them.
public struct Situation: Hashable, Sendable {
  public var person: PersonID
  /// The live watch, silent or not.
  public var watch: Watch?
  /// Open cases of the person that belong to no live watch.
  public var openCases: [OpenCase]

  public init(person: PersonID, watch: Watch? = nil, openCases: [OpenCase] = []) {
    self.person = person
    self.watch = watch
    self.openCases = openCases
  }

  /// The silent case, while one is open: the person's side then looks as if no watch were live.
  public var silentCase: CaseID? {
    if let held = watch?.holdingCase, held.kind.isSilent { return held.id }
    return openCases.first { $0.kind.isSilent }?.id
  }

  /// The watch that a text may mean. The text is read with this watch's end, or with none.
  public var visibleWatch: Watch? {
    guard silentCase == nil, let watch, watch.isLive else { return nil }
    return watch
  }
}

public struct OpenCase: Hashable, Sendable {
  public var id: CaseID
  public var kind: CaseKind

  public init(id: CaseID, kind: CaseKind) {
    self.id = id
    self.kind = kind
  }
}

/// What this number has been answered lately.
public struct ReplyHistory: Hashable, Sendable {
  /// Replies to texts without a known command, during `windowSeconds` back from now.
  public var withoutCommand: Int
  /// Whether a stranger got the stranger's reply during `strangerSeconds` back from now.
  public var strangerWasAnswered: Bool

  public static let windowSeconds = 1800
  public static let mostWithoutCommand = 5
  public static let strangerSeconds = 24 * 3600

  public init(withoutCommand: Int = 0, strangerWasAnswered: Bool = false) {
    self.withoutCommand = withoutCommand
    self.strangerWasAnswered = strangerWasAnswered
  }

  var mayAnswerWithoutCommand: Bool { withoutCommand < Self.mostWithoutCommand }
}

/// A text, read.
public struct IncomingText: Sendable {
  /// The sender's own words.
  public var words: String
  /// The provider's time, where it tells one.
  public var sentAt: Instant?
  /// Read with the end of `Situation.visibleWatch`.
  public var reading: Reading
  /// For `closeDuress`: the same text read as if the duress code were the right one.
  public var readingAsRight: Reading?

  public init(
    words: String, sentAt: Instant?, reading: Reading, readingAsRight: Reading? = nil
  ) {
    self.words = words
    self.sentAt = sentAt
    self.reading = reading
    self.readingAsRight = readingAsRight
  }

  var deed: Deed { .text(sentAt: sentAt) }
}
