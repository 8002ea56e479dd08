import CheckinFlows

/// One text of one operator, within the transaction that stores it.
struct OperatorSession {
  let desk: OperatorTextDesk
  let row: OperatorRow
  let number: PhoneNumber
  let transaction: any StoreTransaction
  let now: Instant

  var actions: ServiceActions { desk.actions }
  var flows: FlowRunner { desk.actions.flows }
  var actor: Actor { .operator(row.id) }

  /// Does what was ordered, or says why not. What a refusal has counted is kept.
  func answer(_ reading: OperatorTextReading) throws {
    do {
      switch reading {
      case .refusal(let refusal):
        throw refusal
      case .command(let command):
        try mayOrder(command)
        try reply(try carryOut(command))
        try log("operator.order", ["order": command.name])
      }
    } catch let refusal as OperatorRefusal {
      try reply(.refused(refusal))
      try log("operator.order-refused", ["why": refusal.name])
    }
  }

  /// Officers and others may look at the lists; only operators answer for cases.
  private func mayOrder(_ command: OperatorCommand) throws {
    guard row.role != .operator else { return }
    switch command {
    case .list, .who, .help: return
    case .take, .passOn, .release, .ring, .ringAnyway, .note, .reachedSafe, .extend, .setEnd,
      .police, .close, .standDown, .card, .duty, .malformed:
      throw OperatorRefusal.roleMayNot
    }
  }

  /// `nil` where the case itself has told the operator already.
  private func carryOut(_ command: OperatorCommand) throws -> OperatorAnswer? {
    switch command {
    case .take(let code): try take(code)
    case .passOn(let target): try passOn(target)
    case .release(let id): try release(id)
    case .ring(let id): try ring(id, confirmed: false, isProven: false)
    case .ringAnyway(let id, let code):
      try ring(id, confirmed: true, isProven: try prove(code, for: .ring))
    case .note(let id, let text): try note(id, text)
    case .reachedSafe(let id, let code): try reachedSafe(id, code: code)
    case .extend(let id, let minutes, let code): try extend(id, minutes: minutes, code: code)
    case .setEnd(let id, let end, let code): try setEnd(id, end, code: code)
    case .police(let id, let at, let reference, let code):
      try police(id, at: at, reference, code: code)
    case .close(let id, let outcome, let how, let code):
      try close(id, outcome, how, code: code)
    case .standDown(let id, let code): try standDown(id, code: code)
    case .card(let id, let code): try card(id, code: code)
    case .list: try list()
    case .who: try who()
    case .duty(let isOn): try duty(isOn)
    case .help: .commands
    case .malformed(let verb, _): throw OperatorRefusal.howToWrite(verb)
    }
  }

  // MARK: Answers

  private func reply(_ answer: OperatorAnswer?) throws {
    guard let answer else { return }
    try send(answer, to: row, number)
  }

  func send(_ answer: OperatorAnswer, to told: OperatorRow, _ number: PhoneNumber) throws {
    let words = answer.words(in: told.language, zone: desk.zone.timeZone, now: now)
    let session = FlowSession(flows, cause: FlowCause(.operator(row.id)), in: transaction, at: now)
    try session.put(
      .operatorReply(told.id, .answer(words)), .text(words), to: number, lane: .lifeSafety,
      tenant: row.tenant)
  }

  // MARK: Log

  /// Never the text itself: it may hold a code.
  func log(_ kind: String, _ payload: [String: String] = [:], of row: Case? = nil) throws {
    try transaction.append(
      LogEntry(
        at: now, tenant: self.row.tenant, kind: kind, actor: .operator(self.row.id),
        watch: row?.watch, case: row?.id, person: row?.person, payload: payload))
  }
}

extension OperatorCommand {
  /// The stable name, for the log: without the values.
  var name: String { String(describing: self).prefix { $0 != "(" }.description }
}

extension OperatorRefusal {
  /// The stable name, for the log: without the values.
  var name: String { String(describing: self).prefix { $0 != "(" }.description }
}
