import CheckinFlows

extension Intake {
  func take(
    _ text: InboundText, from provider: String, in transaction: any StoreTransaction,
    at now: Instant
  ) throws -> Taken {
    let keys = InboundKey.keys(of: text, at: now)
    let own = InboundRow(provider: provider, key: keys.own, receivedAt: now)
    guard try transaction.insert(own) else { return .seenBefore }
    for key in keys.later {
      _ = try transaction.insert(InboundRow(provider: provider, key: key, receivedAt: now))
    }
    if try isForOperators(text, in: transaction, at: now) { return .text(meaning: "operator") }
    return try takeAsPersons(text, in: transaction, at: now)
  }

  private func isForOperators(
    _ text: InboundText, in transaction: any StoreTransaction, at now: Instant
  ) throws -> Bool {
    guard case .number(let number) = text.from else { return false }
    for row in try transaction.operators(withNumber: number) where !row.isDisabled {
      if try operators.receive(text, from: row, in: transaction, at: now) { return true }
    }
    return false
  }

  private func takeAsPersons(
    _ text: InboundText, in transaction: any StoreTransaction, at now: Instant
  ) throws -> Taken {
    let desk = ReceptionDesk(self, text, in: transaction, at: now)
    return .text(meaning: try desk.receive())
  }
}
