import CheckinFlows

/// One text's way from whoever wrote it to what it does, within one transaction. Never leaves the
/// closure it is made in.
struct ReceptionDesk {
  let intake: Intake
  let text: InboundText
  let transaction: any StoreTransaction
  let now: Instant

  init(
    _ intake: Intake, _ text: InboundText, in transaction: any StoreTransaction, at now: Instant
  ) {
    self.intake = intake
    self.text = text
    self.transaction = transaction
    self.now = now
  }

  var tenant: TenantID { intake.tenant }

  var number: PhoneNumber? {
    switch text.from {
    case .number(let number): number
    case .other, .hidden: nil
    }
  }

  /// Returns the meaning's name, for the metrics.
  func receive() throws -> String {
    let people = try number.map { try transaction.people(withNumber: $0) } ?? []
    let situations = try people.map(situation)
    let recent = try recentTexts()
    let caller = Caller(
      number: number, identity: try identity(people, situations), replies: replyHistory(recent))
    let incoming = try read(people, situations, recent: recent)
    try logReceived(incoming, situations)
    for decision in Reception.decide(incoming, from: caller, at: now, in: try surroundings()) {
      try carryOut(decision, by: people.count == 1 ? people.first : nil)
    }
    return incoming.reading.meaning.name
  }

  private func surroundings() throws -> ReceptionSurroundings {
    let (policyID, policy) = try transaction.currentPolicy(of: tenant)
    return ReceptionSurroundings(
      tenant: tenant, policyID: policyID, policy: policy, newCase: try transaction.newCaseID())
  }

  private func identity(
    _ people: [PersonRow], _ situations: [Situation]
  ) throws -> CallerIdentity {
    guard let number else { return .alphanumeric }
    if intake.ownNumbers.contains(number) { return .ourselves }
    guard let person = people.first, let situation = situations.first else {
      return .stranger(openCases: try casesOpenedBy(number))
    }
    guard people.count == 1 else { return .shared(situations) }
    return person.isPaused ? .paused(situation) : .person(situation)
  }

  private func situation(of person: PersonRow) throws -> Situation {
    let watch = try transaction.liveWatch(of: person.id)?.flow
    let apart = try transaction.openCases(of: person.id).filter {
      watch == nil || $0.watch != watch?.id
    }
    return Situation(
      person: person.id, watch: watch,
      openCases: apart.map { OpenCase(id: $0.id, kind: $0.kind) })
  }

  private func casesOpenedBy(_ number: PhoneNumber) throws -> [OpenCase] {
    try transaction.cases(.live, of: tenant, after: nil, limit: Self.mostCasesToSearch)
      .filter { $0.person == nil && $0.callbackNumber == number }
      .map { OpenCase(id: $0.id, kind: $0.kind) }
  }

  /// Strangers' cases are few; a stranger beyond them gets a case of their own.
  private static let mostCasesToSearch = 500

  // MARK: Log

  /// The words stand in the log's payload, which is purged by rule; codes never do.
  private func logReceived(_ incoming: IncomingText, _ situations: [Situation]) throws {
    let (reading, words) = (incoming.reading, incoming.words)
    let only = situations.count == 1 ? situations.first : nil
    var payload = ["text": reading.mayHoldCode ? words.withoutDigitGroups : words]
    payload["meaning"] = reading.meaning.name
    payload["number"] = number?.e164
    try transaction.append(
      LogEntry(
        at: now, tenant: tenant, kind: "text.received",
        actor: only.map { .person($0.person) } ?? .system, watch: only?.watch?.id,
        case: only?.watch?.holdingCase?.id, person: only?.person, payload: payload))
  }
}
