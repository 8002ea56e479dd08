import CheckinFlows

/// Working a case: ringing, noting, and the police.
extension OperatorSession {
  /// Rings the operator first; after key 1 the person.
  func ring(_ id: CaseID?, confirmed: Bool, isProven: Bool) throws -> OperatorAnswer? {
    let found = try theCase(id)
    try requireRight(to: found, isProven: isProven)
    let reference = found.id.reference
    guard let target = try numberToRing(found) else {
      throw OperatorRefusal.nobodyToRing(reference)
    }
    let order = try flows.placeBridge(
      found.id, row.id, to: target, confirmed: confirmed, in: transaction, at: now)
    switch order {
    case .ordered: break
    case .needsConfirmation: throw OperatorRefusal.confirmSilentRing(reference)
    case .caseClosed: throw try whyNotOpen(found.id)
    case .operatorHasNoNumber, .numberNotDialable:
      throw OperatorRefusal.numberNotDialable(reference)
    }
    try act(.work(.act, actor), on: found)
    return .bridgeOrdered(reference)
  }

  func numberToRing(_ found: Case) throws -> PhoneNumber? {
    if let number = found.callbackNumber { return number }
    if let id = found.watch, let watch = try transaction.watch(id)?.flow { return watch.number }
    return try found.person.flatMap { try transaction.numbers(of: $0).first?.number }
  }

  func note(_ id: CaseID?, _ text: String) throws -> OperatorAnswer? {
    let found = try theCase(id)
    try requireRight(to: found, isProven: false)
    do {
      try actions.addNote(text, to: found.id, by: actor, in: transaction, at: now)
    } catch let refusal as ActionRefusal {
      throw try failure(for: refusal, about: found)
    }
    let after = try transaction.case(found.id)?.flow.responsibility
    guard case .claimed(_, _, let until)? = after else { return nil }
    return .noted(found.id.reference, until: until)
  }

  /// The operator's own call to 112, as a fact.
  func police(_ id: CaseID?, at: Instant, _ reference: PoliceReference, code: String?) throws
    -> OperatorAnswer?
  {
    let isProven = try prove(code, for: .police)
    let found = try theCase(id)
    try requireRight(to: found, isProven: isProven)
    let whole = row.codeHash == nil ? reference.withDigits(code) : reference
    try act(.work(.alertPolice(at: at, whole), actor), on: found)
    return .policeNoted(found.id.reference, at: at)
  }

  func standDown(_ id: CaseID?, code: String?) throws -> OperatorAnswer? {
    let isProven = try prove(code, for: .standDown)
    let found = try theCase(id)
    try requireRight(to: found, isProven: isProven)
    try act(.work(.standDown(at: now), actor), on: found)
    return .stoodDown(found.id.reference)
  }
}

extension PoliceReference {
  /// From an operator without a code of their own, digits at the end belong to the reference.
  fileprivate func withDigits(_ digits: String?) -> PoliceReference {
    guard case .given(let text) = self, let digits else { return self }
    return .given("\(text) \(digits)")
  }
}
