import CheckinFlows

extension StoryWorld {
  /// A text from a telephone: read, received, and done.
  func receive(_ words: String, fromPersonAt index: Int, sentAt: Instant) {
    let person = people[index]
    let situation = situation(of: person)
    let reading = SMSGrammar.read(words, in: context(person, situation) { person.verdict(on: $0) })
    let asRight = SMSGrammar.read(
      words,
      in: context(person, situation) { person.verdict(on: $0) == .duress ? .right : .wrong })
    let incoming = IncomingText(
      words: words, sentAt: sentAt, reading: reading,
      readingAsRight: reading.meaning == .closeDuress ? asRight : nil)
    let decisions = Reception.decide(
      incoming, from: caller(person, situation), at: now,
      in: ReceptionSurroundings(
        tenant: .first, policyID: PolicyID(rawValue: 1), policy: policy, newCase: newCaseID))
    for decision in decisions { perform(decision, fromPersonAt: index) }
  }

  private func situation(of person: StoryPerson) -> Situation {
    let own = cases.filter { $0.isOpen && $0.watch == nil && $0.person == person.id }
    return Situation(
      person: person.id, watch: watchIndex(of: person.id).map { watches[$0] },
      openCases: own.map { OpenCase(id: $0.id, kind: $0.kind) })
  }

  private func context(
    _ person: StoryPerson, _ situation: Situation,
    _ check: @escaping @Sendable (String) -> CodeVerdict
  ) -> ReadingContext {
    let asked = person.latestTexts.last.map { latest in
      now.seconds(since: latest.at) < 3600 && latest.text.asksIfAllIsWell
    }
    return ReadingContext(
      now: now, zone: zone, watchEnd: situation.visibleWatch?.end, askedAllWell: asked ?? false,
      checkCode: person.code == nil ? nil : check)
  }

  private func caller(_ person: StoryPerson, _ situation: Situation) -> Caller {
    let recent = person.withoutCommand.filter {
      now.seconds(since: $0) <= ReplyHistory.windowSeconds
    }
    let wasAnswered = person.strangerAnsweredAt.map {
      now.seconds(since: $0) < ReplyHistory.strangerSeconds
    }
    let history = ReplyHistory(
      withoutCommand: recent.count, strangerWasAnswered: wasAnswered ?? false)
    guard person.isRegistered else {
      let own = cases.filter { $0.isOpen && $0.callbackNumber == person.number }
      return Caller(
        number: person.number,
        identity: .stranger(openCases: own.map { OpenCase(id: $0.id, kind: $0.kind) }),
        replies: history)
    }
    let identity = person.isPaused ? CallerIdentity.paused(situation) : .person(situation)
    return Caller(number: person.number, identity: identity, replies: history)
  }

  private func perform(_ decision: ReceptionDecision, fromPersonAt index: Int) {
    let person = people[index]
    switch decision {
    case .reply(let text):
      send(text, to: person.id)
    case .replyWithoutCommand(let text):
      people[index].withoutCommand.append(now)
      send(text, to: person.id)
    case .replyToStranger(let text):
      people[index].strangerAnsweredAt = now
      send(text, to: person.id)
    case .startWatch(_, let end, let note, let events):
      start(person, end: end, note: note, then: events)
    case .tellWatch(let id, let event):
      if case .message(_, answered: true) = event { people[index].withoutCommand.append(now) }
      apply(event, to: id)
    case .openCase(let order): open(order)
    case .tellCase(let id, let news): apply(.news(news), to: id)
    case .upgradeCase(let id, let kind): apply(.becomeGraver(kind), to: id)
    case .setLanguage(_, let language): people[index].language = language
    case .enrol, .logOnly: break
    }
  }

  private func start(
    _ person: StoryPerson, end: Instant, note: String, then events: [WatchEvent]
  ) {
    let order = WatchOrder(
      id: WatchID(rawValue: Int64(watches.count + 1)), tenant: .first, person: person.id,
      language: person.language, number: person.number, policyID: PolicyID(rawValue: 1),
      note: note, end: end, origin: .text)
    let (watch, effects) = Watch.start(order, at: now, in: policy)
    watches.append(watch)
    perform(effects, of: watch)
    for event in events { apply(event, to: watch.id) }
  }
}

extension PersonText {
  /// After such a text "ja" and "nej" are answers.
  var asksIfAllIsWell: Bool {
    switch self {
    case .reminder, .due, .note, .ambiguous, .stopKept, .okAgain: true
    default: false
    }
  }
}
