import GatewayEngine
import TestSupport
import Testing

@testable import CheckinFlows

@Suite("Cases")
struct CaseTests {
  @Test("a case comes back as it was saved", arguments: StoreKind.allCases)
  func roundTrip(kind: StoreKind) async throws {
    let subject = try await kind.open()
    try await subject.insert([Cast.watch(watchID(1001))], [Cast.openCase(caseID(101))])
    let saved = try await subject.change(caseID(101)) { opened in
      opened.phase = .policeAlerted
      opened.responsibility = .claimed(
        by: .operator(Cast.olga), since: evening, until: evening.adding(minutes: 5))
      opened.paging.everybodyPaged = true
      opened.police = PoliceHandover(
        at: evening, reference: .noneGiven, by: .operator(Cast.olga))
    }
    #expect(try await subject.store.read { try $0.case(caseID(101))?.flow } == saved)
  }

  @Test("a second save of the same version is stale", arguments: StoreKind.allCases)
  func staleVersion(kind: StoreKind) async throws {
    let subject = try await kind.open()
    try await subject.insert([], [Cast.openCase(caseID(101))])
    let read = try #require(try await subject.store.read { try $0.case(caseID(101)) })
    try await subject.change(caseID(101)) { $0.priority = 1 }
    await #expect(throws: StaleVersion.self) {
      try await subject.store.write { try $0.save(read) }
    }
  }

  @Test("the most urgent come first, then the oldest", arguments: StoreKind.allCases)
  func order(kind: StoreKind) async throws {
    let subject = try await kind.open()
    let later = evening.adding(seconds: 1)
    try await subject.insert(
      [],
      [
        Cast.openCase(caseID(101), priority: 3),
        Cast.openCase(caseID(102), priority: 1, openedAt: later),
        Cast.openCase(caseID(103), priority: 1), Cast.openCase(caseID(104), priority: 1),
      ])
    func list(after: Int64? = nil, limit: Int = 10) async throws -> [Int64] {
      try await subject.store.read { store in
        try store.cases(.all, of: .first, after: after.map(caseID), limit: limit)
          .map(\.id.rawValue)
      }
    }
    #expect(try await list() == [103, 104, 102, 101])
    #expect(try await list(limit: 2) == [103, 104])
    #expect(try await list(after: 104, limit: 2) == [102, 101])
    #expect(try await list(after: 101) == [])
  }

  @Test("filters tell apart whose a case is", arguments: StoreKind.allCases)
  func filters(kind: StoreKind) async throws {
    let subject = try await kind.open()
    var claimed = Cast.openCase(caseID(102))
    claimed.responsibility = .claimed(by: .operator(Cast.omar), since: evening, until: evening)
    var closed = Cast.openCase(caseID(103))
    closed.phase = .closed(.safe, .phone, at: evening)
    try await subject.insert(
      [Cast.watch(watchID(1001))],
      [Cast.openCase(caseID(101), watch: watchID(1001)), claimed, closed])
    func list(_ filter: CaseFilter) async throws -> [Int64] {
      try await subject.store.read { store in
        try store.cases(filter, of: .first, after: nil, limit: 10).map(\.id.rawValue)
      }
    }
    #expect(try await list(.unclaimed) == [101])
    #expect(try await list(.claimed) == [102])
    #expect(try await list(.live) == [101, 102])
    #expect(try await list(.all) == [101, 102, 103])
    #expect(try await list(.ofWatch(watchID(1001))) == [101])
    #expect(try await list(.claimedBy(Cast.omar)) == [102])
    #expect(try await list(.claimedBy(Cast.olga)) == [])
    #expect(try await subject.store.read { try $0.countOpenCases(of: nil) } == 2)
    #expect(try await subject.store.read { try $0.countOpenCases(of: .first) } == 2)
  }

  @Test(
    "an open case is found by its kind and whom or what it concerns", arguments: StoreKind.allCases)
  func openCase(kind: StoreKind) async throws {
    let subject = try await kind.open()
    let fault = Cast.openCase(
      caseID(102), kind: .fault, person: nil, faultName: "provider.46elks")
    try await subject.insert([], [Cast.openCase(caseID(101), kind: .unclear), fault])
    func find(_ kind: CaseKind, _ person: PersonID?, _ fault: String?) async throws -> CaseID? {
      try await subject.store.read { store in
        try store.openCase(kind: kind, person: person, faultName: fault)?.flow.id
      }
    }
    #expect(try await find(.unclear, Cast.cleo, nil) == caseID(101))
    #expect(try await find(.unclear, Cast.ada, nil) == nil)
    #expect(try await find(.sos, Cast.cleo, nil) == nil)
    #expect(try await find(.fault, nil, "provider.46elks") == caseID(102))
    #expect(try await find(.fault, nil, "disk") == nil)
    #expect(try await find(.unclear, nil, nil) == nil)
    try await subject.change(caseID(102)) { $0.phase = .closed(.unknown, nil, at: evening) }
    #expect(try await find(.fault, nil, "provider.46elks") == nil)
  }
}
