package import CheckinFlows
package import GatewayEngine

/// The people of the tests. Ada has no code, Bo has both codes, Cleo has two numbers.
package enum Cast {
  package static let ada = PersonID(rawValue: 1)
  package static let bo = PersonID(rawValue: 2)
  package static let cleo = PersonID(rawValue: 3)
  /// The first two rungs of the ladder, both on duty.
  package static let olga = OperatorID(rawValue: 1)
  package static let omar = OperatorID(rawValue: 2)
  package static let policy = PolicyID(rawValue: 1)

  package static let adasNumber = number(5)
  package static let bosNumber = number(6)
  package static let cleosNumber = number(7)
  package static let cleosSecondNumber = number(8)
  package static let olgasNumber = number(21)
  package static let omarsNumber = number(22)
  /// Nobody's.
  package static let strangersNumber = number(50)
  /// Our own number at the provider.
  package static let ourNumber = number(99)

  /// +46 70 174 06 05 to 99, which are set aside for fiction. `lastTwoDigits` is 5–99.
  package static func number(_ lastTwoDigits: Int) -> PhoneNumber {
    precondition((5...99).contains(lastTwoDigits), "only 05–99 are set aside for tests")
    let digits = lastTwoDigits < 10 ? "0\(lastTwoDigits)" : "\(lastTwoDigits)"
    guard let number = PhoneNumber(e164: "+467017406\(digits)") else {
      preconditionFailure("a well-formed number was refused")
    }
    return number
  }

  /// Saves everybody, with the identities above; for an empty store.
  package static func save(
    in transaction: any StoreTransaction, policy: Policy = Policy(), at: Instant
  ) throws {
    _ = try transaction.adopt(policy, for: .first, at: at)
    for (name, numbers) in [
      ("Ada", [adasNumber]), ("Bo", [bosNumber]), ("Cleo", [cleosNumber, cleosSecondNumber]),
    ] {
      let id = try transaction.newPersonID()
      let hashes: [UInt8]? = name == "Bo" ? [1, 2, 3] : nil
      try transaction.save(
        PersonRow(
          id: id, tenant: .first, name: name, codeHash: hashes,
          duressCodeHash: hashes.map { $0.reversed() }, createdAt: at))
      for (position, number) in numbers.enumerated() {
        try transaction.save(
          PersonNumberRow(person: id, number: number, position: position, verifiedAt: at))
      }
    }
    for (rung, (name, number)) in [("Olga", olgasNumber), ("Omar", omarsNumber)].enumerated() {
      try transaction.save(
        OperatorRow(
          id: try transaction.newOperatorID(), tenant: .first, name: name, role: .operator,
          number: number, rung: rung + 1, onDutySince: at))
    }
  }

  /// A watch that ends an hour from now, armed, with its reminder as the next step.
  package static func watch(
    _ id: WatchID, of person: PersonID = cleo, armedAt: Instant = ManualClock.evening
  ) -> Watch {
    let order = WatchOrder(
      id: id, tenant: .first, person: person, language: .swedish,
      number: person == ada ? adasNumber : person == bo ? bosNumber : cleosNumber,
      policyID: policy, activity: .meeting, note: "möte Folkets hus",
      end: armedAt.adding(minutes: 60), origin: .text)
    return Watch.start(order, at: armedAt, in: Policy()).watch
  }

  /// An unclaimed case, whose next page is due 90 s after it was opened.
  package static func openCase(
    _ id: CaseID, kind: CaseKind = .notReached, watch: WatchID? = nil, person: PersonID? = cleo,
    priority: Int = 2, openedAt: Instant = ManualClock.evening, faultName: String? = nil
  ) -> Case {
    let order = CaseOrder(
      id: id, tenant: .first, watch: watch, person: person, kind: kind, priority: priority,
      concernedAt: openedAt, policyID: policy, faultName: faultName)
    let ladder = Ladder([LadderOperator(id: olga, rung: 1, isOnDuty: true)])
    let surroundings = CaseSurroundings(policy: Policy(), ladder: ladder, isWatchLive: true)
    return Case.open(order, at: openedAt, in: surroundings).opened
  }
}
