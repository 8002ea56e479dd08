import CheckinFlows

extension LogLine {
  init(_ event: WatchLogEvent) {
    switch event {
    case .drafted: self.init("drafted")
    case .armed(let end): self.init("armed", ["end": "\(end.milliseconds)"])
    case .legArmed(let end): self.init("leg-armed", ["end": "\(end.milliseconds)"])
    case .reminded: self.init("reminded")
    case .becameOverdue: self.init("overdue")
    case .attemptPlanned(let number, let actor):
      self.init("attempt-planned", Self.number(number))
      facts["by"] = actor?.logName
    case .attemptPlaced(let number): self.init("attempt-placed", Self.number(number))
    case .attemptRang(let number): self.init("attempt-rang", Self.number(number))
    case .attemptPickedUp(let number): self.init("attempt-picked-up", Self.number(number))
    case .attemptConfirmed(let number): self.init("attempt-confirmed", Self.number(number))
    case .attemptNotConfirmed(let number, let reason):
      self.init("attempt-not-confirmed", Self.number(number))
      facts["reason"] = reason.rawValue
    case .contactHeld: self.init("contact-held")
    case .contactOver: self.init("contact-over")
    case .extended(let from, let to, let deed):
      self.init("extended", Self.times(from: from, to: to))
      facts["channel"] = deed.channel
    case .movedEarlier(let from, let to, let deed):
      self.init("moved-earlier", Self.times(from: from, to: to))
      facts["channel"] = deed.channel
    case .extensionRefused(let wanted):
      self.init("extension-refused", ["wanted": "\(wanted.milliseconds)"])
    case .extendedByOperator(let from, let to, let actor, let reason):
      self.init("extended-by-operator", Self.times(from: from, to: to))
      facts["by"] = actor.logName
      facts["reason"] = reason
    case .edited(let actor): self.init("edited", ["by": actor.logName])
    case .closingAskedAgain, .codeMissing, .wrongCode, .signOfLife, .helpAsked, .duressCode,
      .dangerWords, .callMe, .message, .oldText, .textLost:
      self.init(message: event)
    case .awaitingOperator, .caseBeside, .caseUpgraded, .caseClaimed, .caseUnclaimed,
      .caseClosed, .closedByPerson, .closedByOperator, .closedByCase, .rearmedByCase, .refused:
      self.init(ending: event)
    }
  }

  /// What the person's side said.
  private init(message event: WatchLogEvent) {
    switch event {
    case .closingAskedAgain: self.init("closing-asked-again")
    case .codeMissing: self.init("code-missing")
    case .wrongCode(let count): self.init("wrong-code", ["count": "\(count)"])
    case .signOfLife(let withCode): self.init("sign-of-life", ["withCode": "\(withCode)"])
    case .helpAsked(let silent, let deed):
      self.init("help-asked", ["silent": "\(silent)", "channel": deed.channel])
    case .duressCode(let deed): self.init("duress-code", ["channel": deed.channel])
    case .dangerWords: self.init("danger-words")
    case .callMe: self.init("call-me")
    case .message(let kind): self.init("message", ["kind": kind])
    case .oldText: self.init("old-text")
    case .textLost(let kind): self.init("text-lost", ["kind": kind])
    case .drafted, .armed, .legArmed, .reminded, .becameOverdue, .attemptPlanned, .attemptPlaced,
      .attemptRang, .attemptPickedUp, .attemptConfirmed, .attemptNotConfirmed, .contactHeld,
      .contactOver, .extended, .movedEarlier, .extensionRefused, .extendedByOperator, .edited,
      .awaitingOperator, .caseBeside, .caseUpgraded, .caseClaimed, .caseUnclaimed, .caseClosed,
      .closedByPerson, .closedByOperator, .closedByCase, .rearmedByCase, .refused:
      self.init("other")
    }
  }

  /// How cases hold it and how it ends.
  private init(ending event: WatchLogEvent) {
    switch event {
    case .awaitingOperator(let id, let kind): self.init("awaiting-operator", Self.of(id, kind))
    case .caseBeside(let id, let kind): self.init("case-beside", Self.of(id, kind))
    case .caseUpgraded(let id, let kind): self.init("case-graver", Self.of(id, kind))
    case .caseClaimed(let id): self.init("case-claimed", Self.of(id))
    case .caseUnclaimed(let id): self.init("case-unclaimed", Self.of(id))
    case .caseClosed(let id): self.init("case-closed", Self.of(id))
    case .closedByPerson(let outcome, let deed, let withCode):
      self.init(
        "closed", ["outcome": outcome.rawValue, "channel": deed.channel, "code": "\(withCode)"])
    case .closedByOperator(let outcome, let actor, let reason):
      self.init(
        "closed", ["outcome": outcome.rawValue, "by": actor.logName, "reason": reason])
    case .closedByCase(let outcome, let id):
      self.init("closed", ["outcome": outcome.rawValue, "case": id.reference])
    case .rearmedByCase(let id, let end):
      self.init("re-armed", ["case": id.reference, "end": "\(end.milliseconds)"])
    case .refused(let refusal): self.init("refused", ["why": "\(refusal)"])
    case .drafted, .armed, .legArmed, .reminded, .becameOverdue, .attemptPlanned, .attemptPlaced,
      .attemptRang, .attemptPickedUp, .attemptConfirmed, .attemptNotConfirmed, .contactHeld,
      .contactOver, .extended, .movedEarlier, .extensionRefused, .extendedByOperator, .edited,
      .closingAskedAgain, .codeMissing, .wrongCode, .signOfLife, .helpAsked, .duressCode,
      .dangerWords, .callMe, .message, .oldText, .textLost:
      self.init("other")
    }
  }

  private static func of(_ id: CaseID, _ kind: CaseKind? = nil) -> [String: String] {
    var facts = ["case": id.reference]
    facts["kind"] = kind?.rawValue
    return facts
  }
}
