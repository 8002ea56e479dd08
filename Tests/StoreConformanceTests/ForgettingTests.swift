import GatewayEngine
import TestSupport
import Testing

@testable import CheckinFlows

/// What the janitor asks of a store.
@Suite("Forgetting what is over")
struct ForgettingTests {
  private let limit = evening.adding(minutes: 60)

  /// One item and one call, over before the limit, in the state that the test gives.
  private func keep(_ state: OutboxState, isEnded: Bool = true, in subject: StoreUnderTest)
    async throws -> (OutboxID, CallRef)
  {
    try await subject.store.write { transaction in
      var item = try newItem(in: transaction)
      try transaction.insert(item)
      item.state = state
      try transaction.save(item)
      var call = CallRow(
        ref: item.ref, tenant: .first, direction: .outgoing,
        purpose: .check(watchID(1001), attempt: 1), provider: "46elks", providerID: nil,
        dialogue: nil, placedAt: evening)
      if isEnded { call.endedAt = evening }
      try transaction.save(call)
      return (item.id, item.ref)
    }
  }

  private func forget(in subject: StoreUnderTest, before: Instant) async throws -> [Int] {
    try await subject.store.write { transaction in
      [
        try transaction.forgetOutbox(before: before, limit: 10),
        try transaction.forgetCalls(before: before, limit: 10),
      ]
    }
  }

  @Test("what is over goes, what is not stays", arguments: StoreKind.allCases)
  func overAndNotOver(kind: StoreKind) async throws {
    let subject = try await kind.open()
    for state in [OutboxState.accepted, .refused, .lost, .withdrawn] {
      _ = try await keep(state, in: subject)
    }
    var kept: [(OutboxID, CallRef)] = []
    for state in [OutboxState.pending, .sending, .unknown] {
      kept.append(try await keep(state, isEnded: false, in: subject))
    }
    #expect(try await forget(in: subject, before: evening) == [0, 0])
    #expect(try await forget(in: subject, before: limit) == [4, 4])
    for (id, ref) in kept {
      #expect(try await subject.store.read { try $0.item(id) } != nil)
      #expect(try await subject.store.read { try $0.call(ref) } != nil)
    }
  }

  @Test("no more goes at once than was asked for", arguments: StoreKind.allCases)
  func littleAtATime(kind: StoreKind) async throws {
    let subject = try await kind.open()
    for _ in 0..<3 { _ = try await keep(.accepted, in: subject) }
    let gone = try await subject.store.write { [limit] transaction in
      [
        try transaction.forgetOutbox(before: limit, limit: 2),
        try transaction.forgetCalls(before: limit, limit: 2),
      ]
    }
    #expect(gone == [2, 2])
  }

  @Test("what an open case may need stays until it is closed", arguments: StoreKind.allCases)
  func openCase(kind: StoreKind) async throws {
    let subject = try await kind.open()
    try await subject.insert([], [Cast.openCase(caseID(101))])
    _ = try await keep(.accepted, in: subject)
    #expect(try await forget(in: subject, before: limit) == [0, 0])
    try await subject.change(caseID(101)) { $0.phase = .closed(.safe, .phone, at: evening) }
    #expect(try await forget(in: subject, before: limit) == [1, 1])
  }

  @Test("what a live watch may need stays until it is closed", arguments: StoreKind.allCases)
  func liveWatch(kind: StoreKind) async throws {
    let subject = try await kind.open()
    try await subject.insert([Cast.watch(watchID(1001))])
    _ = try await keep(.accepted, in: subject)
    #expect(try await forget(in: subject, before: limit) == [0, 0])
    try await subject.change(watchID(1001)) { $0.phase = .closed(.safe, at: evening) }
    #expect(try await forget(in: subject, before: limit) == [1, 1])
  }
}
