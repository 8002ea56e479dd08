import CheckinFlows

extension FlowRunner {
  /// A number that takes no texts: calls go on, and operators are told once.
  func numberIsDeaf(
    _ item: OutboxItem, hasOptedOut: Bool, in transaction: any StoreTransaction, at now: Instant
  ) throws {
    guard let number = item.to, case .text = item.content,
      let person = try person(of: item, in: transaction)
    else { return }
    if hasOptedOut { try markOptedOut(number, of: person, in: transaction, at: now) }
    guard try transaction.openCase(kind: .unclear, person: person, faultName: nil) == nil else {
      return
    }
    let order = CaseOrder(
      id: try transaction.newCaseID(), tenant: item.tenant, watch: item.purpose.watchID,
      person: person, kind: .unclear, concernedAt: now,
      policyID: try transaction.currentPolicy(of: item.tenant).id)
    try open(order, cause: .system, in: transaction, at: now)
  }

  private func person(
    of item: OutboxItem, in transaction: any StoreTransaction
  ) throws -> PersonID? {
    if let id = item.purpose.watchID { return try transaction.watch(id)?.flow.person }
    return item.purpose.personID
  }

  private func markOptedOut(
    _ number: PhoneNumber, of person: PersonID, in transaction: any StoreTransaction,
    at now: Instant
  ) throws {
    for var row in try transaction.numbers(of: person)
    where row.number == number && row.optedOutAt == nil {
      row.optedOutAt = now
      try transaction.save(row)
    }
  }
}
