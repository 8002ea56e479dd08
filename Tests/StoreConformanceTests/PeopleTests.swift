import GatewayEngine
import TestSupport
import Testing

@testable import CheckinFlows

@Suite("People, operators and identities")
struct PeopleTests {
  @Test("a person and the numbers come back as they were saved", arguments: StoreKind.allCases)
  func person(kind: StoreKind) async throws {
    let subject = try await kind.open()
    var ada = PersonRow(
      id: Cast.ada, tenant: .first, name: "Ada Åkesson", unit: "Regionstyrelsen", party: "X",
      language: .english, codeHash: [0, 1, 255], duressCodeHash: [2], isPaused: true,
      neverAnswerHelp: true, createdAt: evening)
    let number = PersonNumberRow(
      person: Cast.ada, number: Cast.adasNumber, position: 0, verifiedAt: nil,
      enrolmentCode: "482", optedOutAt: evening)
    try await subject.store.write { [ada] transaction in
      try transaction.save(ada)
      try transaction.save(number)
    }
    #expect(try await subject.store.read { try $0.person(Cast.ada) } == ada)
    #expect(try await subject.store.read { try $0.numbers(of: Cast.ada) } == [number])

    ada.codeHash = nil
    ada.duressCodeHash = nil
    try await subject.store.write { [ada] in try $0.save(ada) }
    #expect(try await subject.store.read { try $0.person(Cast.ada) } == ada)
    #expect(try await subject.store.read { try $0.person(PersonID(rawValue: 99)) } == nil)
  }

  @Test("everybody who shares a number is found by it", arguments: StoreKind.allCases)
  func sharedNumber(kind: StoreKind) async throws {
    let subject = try await kind.open()
    try await subject.store.write { transaction in
      try transaction.save(
        PersonNumberRow(person: Cast.ada, number: Cast.cleosNumber, position: 1))
    }
    func found(_ number: PhoneNumber) async throws -> [PersonID] {
      try await subject.store.read { try $0.people(withNumber: number).map(\.id) }
    }
    #expect(try await found(Cast.cleosNumber) == [Cast.ada, Cast.cleo])
    #expect(try await found(Cast.cleosSecondNumber) == [Cast.cleo])
    #expect(try await found(Cast.strangersNumber) == [])
    let numbers = try await subject.store.read { try $0.numbers(of: Cast.cleo).map(\.number) }
    #expect(numbers == [Cast.cleosNumber, Cast.cleosSecondNumber])
  }

  @Test("people are listed by id, page by page", arguments: StoreKind.allCases)
  func pages(kind: StoreKind) async throws {
    let subject = try await kind.open()
    func list(after: PersonID?) async throws -> [PersonID] {
      try await subject.store.read { try $0.people(of: .first, after: after, limit: 2).map(\.id) }
    }
    #expect(try await list(after: nil) == [Cast.ada, Cast.bo])
    #expect(try await list(after: Cast.bo) == [Cast.cleo])
  }

  @Test("operators come in the order of the ladder", arguments: StoreKind.allCases)
  func ladder(kind: StoreKind) async throws {
    let subject = try await kind.open()
    try await subject.store.write { transaction in
      var olga = try #require(try transaction.operator(Cast.olga))
      olga.rung = 3
      try transaction.save(olga)
      let others: [(name: String, rung: Int?, isDisabled: Bool)] = [
        ("Auditor", nil, false), ("Otto", 1, false), ("Gone", 2, true),
      ]
      for other in others {
        try transaction.save(
          OperatorRow(
            id: try transaction.newOperatorID(), tenant: .first, name: other.name,
            role: other.rung == nil ? .auditor : .operator, number: nil, rung: other.rung,
            isDisabled: other.isDisabled))
      }
    }
    func names(_ includingDisabled: Bool) async throws -> [String] {
      try await subject.store.read { store in
        try store.operators(of: .first, includingDisabled: includingDisabled).map(\.name)
      }
    }
    #expect(try await names(false) == ["Otto", "Omar", "Olga", "Auditor"])
    #expect(try await names(true) == ["Otto", "Omar", "Gone", "Olga", "Auditor"])
  }

  @Test("an operator is found by id, name and number", arguments: StoreKind.allCases)
  func operatorIsFound(kind: StoreKind) async throws {
    let subject = try await kind.open()
    let omar = OperatorRow(
      id: Cast.omar, tenant: .first, name: "Omar", role: .officer, number: Cast.omarsNumber,
      language: .english, rung: 2, codeHash: [7], onDutySince: nil, lastReachedAt: evening)
    try await subject.store.write { try $0.save(omar) }
    let found = try await subject.store.read { store in
      [
        try store.operator(Cast.omar), try store.operator(named: "Omar", in: .first),
        try store.operators(withNumber: Cast.omarsNumber).first,
      ]
    }
    #expect(found.allSatisfy { $0 == omar })
    let elsewhere = TenantID(rawValue: 2)
    #expect(try await subject.store.read { try $0.operator(named: "Omar", in: elsewhere) } == nil)
  }

  @Test("pages are open until they are closed", arguments: StoreKind.allCases)
  func operatorPages(kind: StoreKind) async throws {
    let subject = try await kind.open()
    try await subject.insert([], [Cast.openCase(caseID(101)), Cast.openCase(caseID(102))])
    let second = PageRow(
      caseID: caseID(102), operatorID: Cast.olga, code: "222", openedAt: evening)
    var first = PageRow(
      caseID: caseID(101), operatorID: Cast.olga, code: "111",
      openedAt: evening.adding(seconds: 1))
    try await subject.store.write { [first] transaction in
      try transaction.save(first)
      try transaction.save(second)
    }
    #expect(try await subject.store.read { try $0.openPages(of: Cast.olga) } == [second, first])
    #expect(try await subject.store.read { try $0.openPages(of: Cast.omar) } == [])
    first.closedAt = evening.adding(seconds: 9)
    try await subject.store.write { [first] in try $0.save(first) }
    #expect(try await subject.store.read { try $0.openPages(of: Cast.olga) } == [second])
    #expect(try await subject.store.read { try $0.pages(for: caseID(101)) } == [first])
  }

  @Test("no identity is given out twice, also after a reopening", arguments: StoreKind.allCases)
  func identities(kind: StoreKind) async throws {
    let subject = try await kind.open()
    let before = try await subject.store.write { transaction in
      (try transaction.newWatchID(), try transaction.newOutboxID())
    }
    #expect(before.0.reference == "T1001")
    await subject.store.close()
    let again = try subject.openAgain()
    let after = try await again.write { transaction in
      (try transaction.newWatchID(), try transaction.newOutboxID())
    }
    #expect(after.0 > before.0 && after.1 > before.1)
    await again.close()
  }

  @Test(
    "the identity of a case that exists is never another's, also after a reopening",
    arguments: StoreKind.allCases)
  func identitiesOfCases(kind: StoreKind) async throws {
    let subject = try await kind.open()
    let drawn = try await subject.store.write { transaction in
      let both = (try transaction.newCaseID(), try transaction.newCaseID())
      try transaction.insert(Cast.openCase(both.1))
      return both
    }
    #expect(drawn.0.reference == "L101" && drawn.1.reference == "L102")
    await subject.store.close()
    let again = try subject.openAgain()
    #expect(try await again.write { try $0.newCaseID() } > drawn.1)
    await again.close()
  }

  @Test(
    "an identity whose transaction failed may be given to the next case",
    arguments: StoreKind.allCases)
  func identitiesAfterAFailure(kind: StoreKind) async throws {
    struct Failed: Error {}
    let subject = try await kind.open()
    await #expect(throws: Failed.self) {
      try await subject.store.write { transaction in
        try transaction.insert(Cast.openCase(try transaction.newCaseID()))
        throw Failed()
      }
    }
    let next = try await subject.store.write { transaction in
      let id = try transaction.newCaseID()
      try transaction.insert(Cast.openCase(id))
      return id
    }
    #expect(try await subject.store.read { try $0.case(next)?.flow.id } == next)
  }
}
