import CheckinFlows

/// The operator's own code, and what becomes of wrong ones.
extension OperatorSession {
  private static let mostWrongCodes = 3
  /// Wrong codes are counted within this time, and codes are blocked for as long.
  private static let countingSeconds = 3600

  /// True when the right code stood there; false for an operator who has none. Throws for a code
  /// that is missing or wrong. Comes before all else that an order could reveal.
  func prove(_ code: String?, for verb: OperatorVerb) throws -> Bool {
    guard row.codeHash != nil else { return false }
    if let until = try codesBlockedUntil() { throw OperatorRefusal.codesBlocked(until: until) }
    guard let code else { throw OperatorRefusal.codeMissing(verb) }
    guard desk.actions.codes.isCode(code, of: row) else { throw try countWrongCode() }
    try save(wrongCodes: [])
    return true
  }

  private func codesBlockedUntil() throws -> Instant? {
    let wrong = try wrongCodes()
    guard wrong.count >= Self.mostWrongCodes, let last = wrong.last else { return nil }
    return last.adding(seconds: Self.countingSeconds)
  }

  private func countWrongCode() throws -> OperatorRefusal {
    let wrong = try wrongCodes() + [now]
    try save(wrongCodes: wrong)
    try log("operator.wrong-code", ["count": "\(wrong.count)"])
    guard let until = try codesBlockedUntil() else { return .wrongCode }
    try log("operator.codes-blocked", ["until": "\(until.milliseconds)"])
    try tellOthers()
    return .codesBlocked(until: until)
  }

  /// Everybody else on duty, and the officers; with nobody else on duty all operators.
  private func tellOthers() throws {
    let others = try transaction.operators(of: row.tenant, includingDisabled: false).filter {
      $0.id != row.id && ($0.role == .operator || $0.role == .officer)
    }
    let onDuty = others.filter { $0.role == .officer || $0.onDutySince != nil }
    for other in onDuty.contains(where: { $0.role == .operator }) ? onDuty : others {
      if let number = other.number { try send(.colleagueBlocked, to: other, number) }
    }
  }

  // MARK: What is stored

  private var settingName: String { "operator.\(row.id.rawValue).wrong-codes" }

  /// Oldest first; those that no longer count are left out.
  private func wrongCodes() throws -> [Instant] {
    let stored = try transaction.setting(settingName) ?? ""
    return stored.split(separator: ",").compactMap { Int64($0) }.map(Instant.init(milliseconds:))
      .filter { now.seconds(since: $0) < Self.countingSeconds }
  }

  private func save(wrongCodes: [Instant]) throws {
    let value = wrongCodes.map { "\($0.milliseconds)" }.joined(separator: ",")
    try transaction.saveSetting(settingName, wrongCodes.isEmpty ? nil : value)
  }
}
