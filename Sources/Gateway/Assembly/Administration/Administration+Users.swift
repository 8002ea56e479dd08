package import CheckinFlows
package import GatewayEngine

/// An operator, officer, administrator, auditor or wall screen as `user add` describes one.
package struct UserOrder: Hashable, Sendable {
  package var name: String
  package var role: OperatorRole
  /// As people write it; operators need one.
  package var number: String?
  package var language: Language
  package var code: String?
  package var isOnDuty: Bool

  package init(
    name: String, role: OperatorRole, number: String? = nil, language: Language = .swedish,
    code: String? = nil, isOnDuty: Bool = false
  ) {
    self.name = name
    self.role = role
    self.number = number
    self.language = language
    self.code = code
    self.isOnDuty = isOnDuty
  }
}

extension Administration {
  /// Adds a user. An operator becomes the last rung of the ladder.
  package func addUser(_ order: UserOrder) async throws -> OperatorRow {
    try check(order)
    let now = clock.now()
    return try await store.write { transaction in
      let row = try makeRow(order, in: transaction, at: now)
      try transaction.save(row)
      try transaction.append(
        LogEntry(
          at: now, tenant: tenant, kind: "user.added", actor: logActor,
          payload: ["name": row.name, "role": row.role.rawValue]))
      if row.onDutySince != nil { try tellLadder(in: transaction, at: now) }
      return row
    }
  }

  /// In the order of the ladder; disabled ones too.
  package func users() async throws -> [OperatorRow] {
    try await store.read { try $0.operators(of: tenant, includingDisabled: true) }
  }

  /// Takes a user out of service. The row stays: the log names it.
  package func disableUser(named name: String) async throws {
    let now = clock.now()
    try await store.write { transaction in
      var row = try user(named: name, in: transaction)
      guard !row.isDisabled else { return }
      row.isDisabled = true
      row.onDutySince = nil
      try transaction.save(row)
      try transaction.append(
        LogEntry(
          at: now, tenant: tenant, kind: "user.disabled", actor: logActor,
          payload: ["name": row.name]))
      try tellLadder(in: transaction, at: now)
    }
  }

  func user(named name: String, in reading: any StoreReading) throws -> OperatorRow {
    if let row = try reading.operator(named: name, in: tenant) { return row }
    let names = try reading.operators(of: tenant, includingDisabled: true).map(\.name)
    let hint = NearestKey.hint(for: name, among: names).map { "Did you mean \($0)?" }
    throw AdministrationRefused(
      "There is no user of that name. \(hint ?? "`gatewayd user list` shows them.")")
  }

  private func check(_ order: UserOrder) throws {
    guard order.name.contains(where: { !$0.isWhitespace }) else { throw ActionRefusal.nameMissing }
    let isOperator = order.role == .operator
    guard !isOperator || order.number != nil else {
      throw AdministrationRefused("An operator is paged by telephone: give --number.")
    }
    guard isOperator || !order.isOnDuty else {
      throw AdministrationRefused("Only operators are on duty. Leave --on-duty out.")
    }
    guard let code = order.code else { return }
    do {
      try CodeRules.check(code)
    } catch {
      throw ActionRefusal.code(error)
    }
  }

  private func makeRow(
    _ order: UserOrder, in transaction: any StoreTransaction, at now: Instant
  ) throws -> OperatorRow {
    guard try transaction.operator(named: order.name, in: tenant) == nil else {
      throw ActionRefusal.nameTaken
    }
    let number = try order.number.map(actions.dialable)
    let id = try transaction.newOperatorID()
    var row = OperatorRow(
      id: id, tenant: tenant, name: order.name, role: order.role, number: number,
      language: order.language, rung: nil,
      codeHash: order.code.map { actions.codes.hash(operatorCode: $0, of: id) })
    guard order.role == .operator else { return row }
    if let number { try checkUnshared(number, in: transaction) }
    row.rung = try nextRung(in: transaction)
    row.onDutySince = order.isOnDuty ? now : nil
    return row
  }

  /// A text from a number must tell which operator sent it.
  private func checkUnshared(_ number: PhoneNumber, in reading: any StoreReading) throws {
    let others = try reading.operators(withNumber: number).filter {
      $0.role == .operator && !$0.isDisabled
    }
    guard let other = others.first else { return }
    throw AdministrationRefused(
      "\(other.name) has that number. Two operators cannot share one: a text from it must tell who "
        + "sent it.")
  }

  private func nextRung(in reading: any StoreReading) throws -> Int {
    let rungs = try reading.operators(of: tenant, includingDisabled: true).compactMap(\.rung)
    return (rungs.max() ?? 0) + 1
  }
}
