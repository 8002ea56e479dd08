package import CheckinFlows

/// A person as an administrator or an import describes one.
package struct PersonOrder: Hashable, Sendable {
  package var name: String
  /// As people write it; `nil` for somebody who has none yet.
  package var number: String?
  package var unit: String?
  package var party: String?
  package var language: Language
  package var code: String?
  package var duressCode: String?

  package init(
    name: String, number: String?, unit: String? = nil, party: String? = nil,
    language: Language = .swedish, code: String? = nil, duressCode: String? = nil
  ) {
    self.name = name
    self.number = number
    self.unit = unit
    self.party = party
    self.language = language
    self.code = code
    self.duressCode = duressCode
  }
}

extension ServiceActions {
  /// Whether the order would be taken; says the first reason why not.
  package func check(_ order: PersonOrder) throws {
    guard order.name.contains(where: { !$0.isWhitespace }) else { throw ActionRefusal.nameMissing }
    if let number = order.number { _ = try dialable(number) }
    do {
      try CodeRules.check(personal: order.code, duress: order.duressCode)
    } catch {
      throw ActionRefusal.code(error)
    }
  }

  package func addPerson(
    _ order: PersonOrder, by actor: LogActor, in transaction: any StoreTransaction, at now: Instant
  ) throws -> PersonRow {
    try check(order)
    let id = try transaction.newPersonID()
    let row = PersonRow(
      id: id, tenant: tenant, name: order.name, unit: order.unit, party: order.party,
      language: order.language,
      codeHash: order.code.map { codes.hash(personCode: $0, of: id) },
      duressCodeHash: order.duressCode.map { codes.hash(personCode: $0, of: id) },
      createdAt: now)
    try transaction.save(row)
    if let text = order.number {
      try transaction.save(PersonNumberRow(person: id, number: try dialable(text), position: 0))
    }
    try transaction.append(
      LogEntry(at: now, tenant: tenant, kind: "person.added", actor: actor, person: id))
    return row
  }
}
