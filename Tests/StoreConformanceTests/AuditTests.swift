import GatewayEngine
import TestSupport
import Testing

@testable import CheckinFlows

@Suite("The auditor finds every broken promise")
struct AuditTests {
  @Test("nothing is found where all is well", arguments: StoreKind.allCases)
  func allIsWell(kind: StoreKind) async throws {
    let subject = try await kind.open()
    try await subject.insert(
      [Cast.watch(watchID(1001))], [Cast.openCase(caseID(101), kind: .callback)])
    #expect(try await subject.audit(at: evening) == [])
  }

  @Test("a live watch without a next step is found", arguments: StoreKind.allCases)
  func watchWithoutNextStep(kind: StoreKind) async throws {
    let subject = try await kind.open()
    try await subject.insert([Cast.watch(watchID(1001))])
    try await subject.change(watchID(1001)) { $0.nextStep = nil }
    #expect(try await subject.audit(at: evening) == [.watchWithoutNextStep(watchID(1001))])
  }

  @Test("a watch that leans on a case which holds nothing is found", arguments: StoreKind.allCases)
  func watchLeansOnNothing(kind: StoreKind) async throws {
    let subject = try await kind.open()
    try await subject.insert(
      [Cast.watch(watchID(1001))],
      [Cast.openCase(caseID(101), kind: .notReached, watch: watchID(1001))])
    try await subject.change(watchID(1001)) { $0.nextStep = .byCase(caseID(101)) }
    #expect(try await subject.audit(at: evening) == [])
    try await subject.change(caseID(101)) { $0.phase = .closed(.safe, .phone, at: evening) }
    #expect(try await subject.audit(at: evening) == [.watchWithoutNextStep(watchID(1001))])
  }

  @Test("an open case without a next step is found", arguments: StoreKind.allCases)
  func caseWithoutNextStep(kind: StoreKind) async throws {
    let subject = try await kind.open()
    try await subject.insert([], [Cast.openCase(caseID(101))])
    try await subject.change(caseID(101)) { $0.nextStepAt = nil }
    #expect(try await subject.audit(at: evening) == [.caseWithoutNextStep(caseID(101))])
  }

  @Test("a step is late after the limit, and not before", arguments: StoreKind.allCases)
  func lateStep(kind: StoreKind) async throws {
    let subject = try await kind.open()
    try await subject.insert([], [Cast.openCase(caseID(101))])
    let due = evening.adding(seconds: 90)
    #expect(try await subject.audit(at: due.adding(seconds: 30)) == [])
    #expect(
      try await subject.audit(at: due.adding(seconds: 31))
        == [.lateStep(.case(caseID(101)), dueAt: due)])
  }

  @Test(
    "a life-safety item that nobody takes is found; a courtesy waits", arguments: StoreKind.allCases
  )
  func lateItem(kind: StoreKind) async throws {
    let subject = try await kind.open()
    let ids = try await subject.store.write { transaction in
      try [Lane.lifeSafety, Lane.courtesy].map { (lane: Lane) -> OutboxID in
        let item = try newItem(in: transaction, lane: lane)
        try transaction.insert(item)
        return item.id
      }
    }
    #expect(try await subject.audit(at: evening.adding(seconds: 30)) == [])
    #expect(try await subject.audit(at: evening.adding(seconds: 31)) == [.lateItem(ids[0])])
  }

  @Test("no more is told than was asked for", arguments: StoreKind.allCases)
  func limit(kind: StoreKind) async throws {
    let subject = try await kind.open()
    try await subject.insert([], (Int64(101)...105).map { Cast.openCase(caseID($0)) })
    #expect(try await subject.audit(at: evening.adding(minutes: 60), limit: 3).count == 3)
  }
}
