package import CheckinFlows
package import GatewayEngine

/// A person with the numbers that belong to them.
package struct PersonWithNumbers: Sendable {
  package let row: PersonRow
  package let numbers: [PhoneNumber]
}

extension Administration {
  /// Adds a person. `sharesNumber` is true when somebody else has the number too: then a text from
  /// it does not tell who sent it.
  package func addPerson(
    _ order: PersonOrder
  ) async throws -> (row: PersonRow, sharesNumber: Bool) {
    let now = clock.now()
    return try await store.write { transaction in
      let number = try order.number.map(actions.dialable)
      let others = try number.map { try transaction.people(withNumber: $0) } ?? []
      let row = try actions.addPerson(order, by: logActor, in: transaction, at: now)
      return (row, !others.isEmpty)
    }
  }

  /// In the order of their ids, those after `after`. What was looked at is logged by whoever asks.
  package func people(after: PersonID?, limit: Int) async throws -> [PersonWithNumbers] {
    try await store.read { reading in
      try reading.people(of: tenant, after: after, limit: limit).map { row in
        PersonWithNumbers(row: row, numbers: try reading.numbers(of: row.id).map(\.number))
      }
    }
  }

  /// A look at personal data is an entry of the log.
  package func logLook(_ kind: String, watch: WatchID? = nil) async throws {
    let now = clock.now()
    let entry = LogEntry(at: now, tenant: tenant, kind: kind, actor: logActor, watch: watch)
    try await store.write { try $0.append(entry) }
  }
}
