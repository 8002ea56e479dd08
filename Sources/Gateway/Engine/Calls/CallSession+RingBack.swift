import CheckinFlows

/// Whoever wants to talk with somebody, now or by being rung back.
extension CallSession {
  /// Joined with a number where somebody always answers; else somebody is paged.
  func wantOperator() throws -> DeedResult {
    if let number = desk.dialableStaffedNumber { return .connect(number) }
    return try pageForOperator()
  }

  func pageForOperator() throws -> DeedResult {
    if let watch = try liveWatch() {
      try apply(.callMe(deed), to: watch.id)
      return .operatorPaged
    }
    let number = try otherEnd()
    try requestCallBack(to: number, isKeyed: false)
    return number == nil ? .operatorPagedNumberUnknown : .operatorPaged
  }

  /// The pager way. What is no number, or may not be dialled, gives way to the calling number.
  func ringBack(typedDigits: String) throws -> DeedResult {
    if try isDuressCode(typedDigits) {
      try raise(.duress, orTell: .duressCode)
      return .callBackNoted
    }
    let keyed = dialable(typedDigits)
    let number = try keyed ?? otherEnd()
    try requestCallBack(to: number, isKeyed: keyed != nil)
    return number == nil ? .operatorPagedNumberUnknown : .callBackNoted
  }

  /// Keyed where a number is asked for, the duress code is heard like any few digits.
  private func isDuressCode(_ digits: String) throws -> Bool {
    try callers().contains { id in
      guard let person = try transaction.person(id), person.codeHash != nil else { return false }
      return desk.core.codes.verdict(on: digits, for: person) == .duress
    }
  }

  /// What a hang-up without talk means.
  func hangUpWasRequest() throws {
    try log("call.call-back-wanted")
    _ = try pageForOperator()
  }

  private func dialable(_ digits: String) -> PhoneNumber? {
    guard digits.count >= Self.shortestNumberDigits else { return nil }
    return PhoneNumber.parse(digits).flatMap {
      flows.diallingRule.verdict(on: $0).dialable?.number
    }
  }

  private static let shortestNumberDigits = 7

  private func requestCallBack(to number: PhoneNumber?, isKeyed: Bool) throws {
    if isKeyed { try log("call.number-keyed", ["number": number?.e164 ?? ""]) }
    // Nobody must be sent to ring a phone that has to stay silent.
    if let silent = try silentCase(of: number) {
      try apply(.news(.callMe), to: silent.id)
      return
    }
    if !isKeyed, let held = try openHoldingCase() {
      try apply(.news(.callMe), to: held.id)
    } else if let open = try openRequest(for: number) {
      try apply(.news(.callMe), to: open.id)
    } else {
      try openCase(.callback, number: number)
    }
  }

  private func silentCase(of number: PhoneNumber?) throws -> Case? {
    if let held = try openHoldingCase(), held.kind.isSilent { return held }
    let people = try number.map { try transaction.people(withNumber: $0) } ?? []
    for person in people {
      for kind in CaseKind.allCases where kind.isSilent {
        let open = try transaction.openCase(kind: kind, person: person.id, faultName: nil)
        if let open { return open.flow }
      }
    }
    return nil
  }

  private func openRequest(for number: PhoneNumber?) throws -> Case? {
    let person = try personID()
    return try liveCases().first {
      $0.kind == .callback && $0.callbackNumber == number && $0.person == person
    }
  }
}
