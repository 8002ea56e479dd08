import GatewayEngine
import TestSupport
import Testing

@testable import CheckinFlows

@Suite("Deadlines follow the flows that they wake")
struct DeadlineTests {
  private let end = evening.adding(minutes: 60)

  @Test("a watch has the one deadline that its next step says", arguments: StoreKind.allCases)
  func watchDeadline(kind: StoreKind) async throws {
    let subject = try await kind.open()
    try await subject.insert([Cast.watch(watchID(1001))])
    #expect(
      try await deadlines(subject) == [
        Deadline(flow: .watch(watchID(1001)), dueAt: end.adding(minutes: -10))
      ])
    try await subject.change(watchID(1001)) { [end] in $0.nextStep = .at(end) }
    #expect(try await deadlines(subject) == [Deadline(flow: .watch(watchID(1001)), dueAt: end)])

    try await subject.insert([], [Cast.openCase(caseID(101), watch: watchID(1001))])
    try await subject.change(watchID(1001)) { $0.nextStep = .byCase(caseID(101)) }
    #expect(try await deadlines(subject).map(\.flow) == [.case(caseID(101))])
    #expect(try await subject.audit(at: evening).isEmpty)
  }

  @Test("a closed flow has none, even when it still names a step", arguments: StoreKind.allCases)
  func closedHasNone(kind: StoreKind) async throws {
    let subject = try await kind.open()
    try await subject.insert([Cast.watch(watchID(1001))], [Cast.openCase(caseID(101))])
    try await subject.change(watchID(1001)) { $0.phase = .closed(.safe, at: evening) }
    try await subject.change(caseID(101)) { $0.phase = .closed(.safe, .phone, at: evening) }
    #expect(try await deadlines(subject).isEmpty)
    #expect(try await subject.store.read { try $0.nextDeadline() } == nil)
  }

  @Test("due ones come oldest first, and no later ones", arguments: StoreKind.allCases)
  func order(kind: StoreKind) async throws {
    let subject = try await kind.open()
    let call = CallRef(rawValue: "a-call")
    try await subject.insert([Cast.watch(watchID(1001))], [Cast.openCase(caseID(101))])
    try await subject.store.write { try $0.setDeadline(evening.adding(seconds: 5), for: call) }
    #expect(try await subject.store.read { try $0.nextDeadline() } == evening.adding(seconds: 5))
    #expect(
      try await deadlines(subject, at: evening.adding(seconds: 90)).map(\.flow)
        == [.call(call), .case(caseID(101))])
    #expect(try await deadlines(subject, limit: 1).map(\.flow) == [.call(call)])
    #expect(try await deadlines(subject, at: evening.adding(seconds: 4)).isEmpty)

    try await subject.store.write { try $0.setDeadline(nil, for: call) }
    #expect(try await deadlines(subject, limit: 1).map(\.flow) == [.case(caseID(101))])
  }

  private func deadlines(
    _ subject: StoreUnderTest, at now: Instant? = nil, limit: Int = 10
  ) async throws -> [Deadline] {
    let now = now ?? evening.adding(minutes: 24 * 60)
    return try await subject.store.read { try $0.dueDeadlines(at: now, limit: limit) }
  }
}
