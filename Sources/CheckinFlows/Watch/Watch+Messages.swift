extension Watch {
  /// A wish to be rung: no alarm, and the watch goes on.
  mutating func callMe(_ deed: Deed, at now: Instant, in surroundings: WatchSurroundings)
    -> [WatchEffect]
  {
    let reply = holdingCase == nil ? PersonText.callMe(end: end) : .caseOpen
    let isAnswered = deed.isText && !isSilent
    return confirmAttempt(deed, at: now) + [.log(.callMe)]
      + tellOperators(.callMe, kind: .callback, at: now, in: surroundings)
      + (isAnswered ? [.text(reply)] : [])
  }

  /// A text that is no command, or one that changes nothing.
  mutating func hear(
    _ message: PersonMessage, answered: Bool, at now: Instant,
    in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    let effects =
      [WatchEffect.log(.message(kind: message.name))] + show(message, at: now, in: surroundings)
    guard answered, !isSilent, let reply = reply(to: message) else { return effects }
    return effects + [.text(reply)]
  }

  private mutating func show(
    _ message: PersonMessage, at now: Instant, in surroundings: WatchSurroundings
  ) -> [WatchEffect] {
    switch message {
    case .note(let words), .ambiguous(let words), .worryAtStart(let words):
      return tellOperators(.message(words), words: words, at: now, in: surroundings)
    case .stopKept:
      return holdingCase.map { [.tellCase($0.id, .stop)] } ?? []
    case .status, .thanks:
      return []
    }
  }

  private func reply(to message: PersonMessage) -> PersonText? {
    switch message {
    case .thanks, .worryAtStart: nil
    case .note: holdingCase == nil ? .note(end: end) : .caseOpen
    case .ambiguous: holdingCase == nil ? .ambiguous(end: end) : .caseOpen
    case .stopKept: holdingCase == nil ? .stopKept(end: end) : .caseOpen
    case .status: holdingCase == nil ? .statusOn(end: end) : .caseOpen
    }
  }

  /// A lost receipt is unclear: the person may not know until when. For the texts of the contact
  /// sequence the call comes anyway.
  mutating func lose(_ text: PersonText, at now: Instant, in surroundings: WatchSurroundings)
    -> [WatchEffect]
  {
    let lost = [WatchEffect.log(.textLost(kind: text.name))]
    guard text.isReceiptOfPromise else { return lost }
    return lost + tellOperators(.receiptLost, at: now, in: surroundings)
  }
}

extension PersonMessage {
  /// The stable name, for the log.
  public var name: String {
    switch self {
    case .note: "note"
    case .ambiguous: "ambiguous"
    case .stopKept: "stopKept"
    case .status: "status"
    case .thanks: "thanks"
    case .worryAtStart: "worryAtStart"
    }
  }
}
