/// Everything that can happen to a watch.
public enum WatchEvent: Hashable, Sendable {
  /// The time in `nextStep` may have come. Stale and doubled wake-ups do nothing.
  case deadlinePassed
  /// The person says that all is well. `code` is what a code that came with it turned out to be.
  case close(Deed, code: CodeVerdict?)
  /// The person wants this many minutes more, 1–1440.
  case extend(minutes: Int, Deed)
  /// The person names a new end, earlier or later.
  case set(end: Instant, Deed)
  /// The person asks for help; `silent` means: and must not be rung.
  case help(silent: Bool, Deed)
  /// The duress code came. The person's side gets exactly what `lookingLike` would have got: the
  /// same message with the right code in its place, mostly `.close(…, code: .right)`.
  indirect case duress(lookingLike: WatchEvent, Deed)
  /// A text held words of danger.
  case dangerWords(String)
  /// A wish to be rung: the text `RING`, or key 0.
  case callMe(Deed)
  /// Any other text. `answered` is false when the person has had replies enough for a while.
  case message(PersonMessage, answered: Bool)

  case attempt(Int, AttemptFact)
  /// A text to the person was surely not delivered, and no more tries are made.
  case textFailed(PersonText)

  case byOperator(WatchAction, Actor)
  /// Something happened to a case of this watch.
  case ofCase(CaseID, CaseFact)
  /// Found at start-up, ended more than 24 hours ago, and gathered with others in this one `fault`
  /// case. It holds them all: when it closes, each of them has to be told.
  case foundLongOverdue(CaseID)
}

/// How the person did something.
public enum Deed: Hashable, Codable, Sendable {
  /// `sentAt` is the provider's time, where it tells one.
  case text(sentAt: Instant?)
  /// A key in a call that we placed, by the attempt's number.
  case ourCall(attempt: Int)
  /// A key in a call that the person placed.
  case theirCall

  /// Whether it came as a text, and so is answered by one even where a call is answered aloud.
  public var isText: Bool {
    switch self {
    case .text: true
    case .ourCall, .theirCall: false
    }
  }
}

/// A text that neither closes, moves nor raises anything.
public enum PersonMessage: Hashable, Codable, Sendable {
  /// Free words, for an operator to read.
  case note(String)
  /// A closing word and a time together, or two times: nothing changes, we ask.
  case ambiguous(String)
  /// `STOP` in a live watch neither closes it nor stops our texts.
  case stopKept
  case status
  /// A bare "tack": logged, answered with nothing.
  case thanks
  /// Words of danger in the text that began the watch: shown to operators, not answered.
  case worryAtStart(String)
}

/// What an operator, or a program, does to a watch itself.
public enum WatchAction: Hashable, Codable, Sendable {
  /// Makes a draft a promise, after it was read back.
  case arm
  /// `safe` or `cancelled`, with a reason. A held watch is closed through its case.
  case close(WatchOutcome, reason: String)
  /// Moves the end to any future time.
  case extend(end: Instant, reason: String)
  /// One more text and call while the watch awaits an operator.
  case furtherAttempt(to: PhoneNumber?)
  case edit(activity: Activity, note: String, number: PhoneNumber)
}

/// What a watch is told of its cases.
public enum CaseFact: Hashable, Codable, Sendable {
  case claimed
  case unclaimed
  case closed(CaseOutcome)
  /// The operator has reached the person and gives them more time; the case closes as `safe`.
  case closedByExtending(end: Instant)
}

extension WatchEvent {
  /// The kind of case that this is, as a cry for help.
  var alarmKind: CaseKind {
    switch self {
    case .help(let silent, _): silent ? .silentSOS : .sos
    case .duress, .close(_, .duress): .duress
    case .dangerWords: .dangerWords
    case .close, .extend, .set, .callMe, .message, .deadlinePassed, .attempt, .textFailed,
      .byOperator, .ofCase, .foundLongOverdue:
      .unclear
    }
  }
}
