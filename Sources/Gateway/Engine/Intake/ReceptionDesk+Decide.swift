import CheckinFlows

extension ReceptionDesk {
  /// Does one thing that the reception has decided.
  ///
  /// - Parameter person: whose number it is, where that is one person alone.
  func carryOut(_ decision: ReceptionDecision, by person: PersonRow?) throws {
    switch decision {
    case .reply(let text), .replyWithoutCommand(let text), .replyToStranger(let text):
      try reply(text, to: person)
    case .startWatch(let id, let end, let note, let events):
      try startWatch(of: id, end: end, note: note, then: events)
    case .tellWatch(let id, let event):
      try flows.apply(event, to: id, cause: try cause(id), in: transaction, at: now)
    case .openCase(let order):
      try flows.open(order, cause: cause(of: person?.id), in: transaction, at: now)
    case .tellCase(let id, let news):
      try flows.apply(
        .news(news), to: id, cause: cause(of: person?.id), in: transaction, at: now)
    case .upgradeCase(let id, let kind):
      try flows.apply(
        .becomeGraver(kind), to: id, cause: cause(of: person?.id), in: transaction, at: now)
    case .setLanguage(let id, let language):
      try setLanguage(language, of: id)
    case .enrol(let id):
      try enrol(id)
    case .logOnly(let note):
      try log("text.\(note.rawValue)", person: person?.id)
    }
  }

  private var flows: FlowRunner { intake.flows }

  /// Answers go to the number that wrote.
  private func cause(of person: PersonID?) -> FlowCause {
    FlowCause(person.map(LogActor.person) ?? .system, replyTo: number)
  }

  private func cause(_ watch: WatchID) throws -> FlowCause {
    cause(of: try transaction.watch(watch)?.flow.person)
  }

  private func reply(_ text: PersonText, to person: PersonRow?) throws {
    guard let number else { return }
    // Read anew: the text may just have changed the language.
    let language = try person.flatMap { try transaction.person($0.id)?.language } ?? .swedish
    let session = FlowSession(flows, cause: cause(of: person?.id), in: transaction, at: now)
    try session.reply(
      text, to: number, person: person?.id, language: language, tenant: tenant)
  }

  private func startWatch(
    of id: PersonID, end: Instant, note: String, then events: [WatchEvent]
  ) throws {
    guard let person = try transaction.person(id) else { return }
    let own = try transaction.numbers(of: id).first?.number
    guard let reached = own ?? number else { return }
    let order = WatchOrder(
      id: try transaction.newWatchID(), tenant: person.tenant, person: id,
      language: person.language, number: reached,
      policyID: try transaction.currentPolicy(of: person.tenant).id,
      note: withoutCodes(note, of: [person]), end: end,
      origin: .text)
    try flows.start(order, cause: cause(of: id), in: transaction, at: now)
    for event in events {
      try flows.apply(event, to: order.id, cause: cause(of: id), in: transaction, at: now)
    }
  }

  private func setLanguage(_ language: Language, of id: PersonID) throws {
    guard var person = try transaction.person(id) else { return }
    person.language = language
    try transaction.save(person)
    if var watch = try transaction.liveWatch(of: id) {
      watch.flow.language = language
      try transaction.save(watch)
    }
    try log("person.language", person: id, ["language": language.rawValue])
  }

  private func enrol(_ id: PersonID) throws {
    for var row in try transaction.numbers(of: id) where row.number == number {
      row.verifiedAt = now
      row.enrolmentCode = nil
      try transaction.save(row)
    }
    try log("person.number-verified", person: id)
  }

  private func log(
    _ kind: String, person: PersonID?, _ payload: [String: String] = [:]
  ) throws {
    try transaction.append(
      LogEntry(
        at: now, tenant: tenant, kind: kind, actor: person.map(LogActor.person) ?? .system,
        person: person, payload: payload))
  }
}
