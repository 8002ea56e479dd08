import CheckinFlows

/// Those who are no operators: they are told, again and again, that nobody takes a case.
extension FlowSession {
  /// Numbers get a text and a call. A command gets the case's reference; it is run with each call.
  func pageOutside(text: Bool, call: Bool, for row: Case) throws {
    for number in runner.configuration.outsideNumbers {
      // An operator's telephone rings with the page that can be answered, and with nothing beside.
      let isPaged = try isPaged(number, for: row)
      try pageOthers(
        at: number, .swedish, text: text, call: call && !isPaged, for: row)
    }
    guard call else { return }
    for command in runner.configuration.outsideCommands {
      try put(
        .outside(row.id), .command(command), to: nil, lane: .lifeSafety, tenant: row.tenant)
    }
  }

  /// Those who answer for the service.
  func pageOfficers(text: Bool, call: Bool, for row: Case) throws {
    for officer in try officers(of: row.tenant) {
      guard let number = officer.number else { continue }
      try pageOthers(at: number, officer.language, text: text, call: call, for: row)
    }
  }

  private func pageOthers(
    at number: PhoneNumber, _ language: Language, text: Bool, call: Bool, for row: Case
  ) throws {
    if text {
      let words = OperatorNewsWords.nobodyHasTaken(
        reference: row.id.reference, settings: runner.configuration.texts, in: language)
      try put(.outside(row.id), .text(words), to: number, lane: .lifeSafety, tenant: row.tenant)
    }
    if call {
      let ringSeconds = try policy(row.policy).operatorRingSeconds
      try put(
        .outside(row.id), .call(ringSeconds: ringSeconds), to: number, lane: .lifeSafety,
        tenant: row.tenant)
    }
  }

  private func isPaged(_ number: PhoneNumber, for row: Case) throws -> Bool {
    try transaction.operators(withNumber: number).contains { row.stillWantsPage(to: $0.id) }
  }
}
