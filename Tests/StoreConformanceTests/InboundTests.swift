import GatewayEngine
import TestSupport
import Testing

@testable import CheckinFlows

@Suite("Inbound events")
struct InboundTests {
  @Test(
    "a repeat is told from a first time, also at the same moment", arguments: StoreKind.allCases)
  func repeats(kind: StoreKind) async throws {
    let subject = try await kind.open()
    let first = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<20 {
        group.addTask {
          let row = InboundRow(provider: "46elks", key: "s1", receivedAt: evening)
          return (try? await subject.store.write { try $0.insert(row) }) ?? false
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(first == 1)
    let other = InboundRow(provider: "twilio", key: "s1", receivedAt: evening, isOrphan: true)
    #expect(try await subject.store.write { try $0.insert(other) })
  }

  @Test("an event whose write threw is new when it comes again", arguments: StoreKind.allCases)
  func failedWriteIsNotSeen(kind: StoreKind) async throws {
    struct Failed: Error {}
    let subject = try await kind.open()
    let row = InboundRow(provider: "46elks", key: "s1", receivedAt: evening)
    await #expect(throws: Failed.self) {
      try await subject.store.write { transaction in
        _ = try transaction.insert(row)
        throw Failed()
      }
    }
    #expect(try await subject.store.write { try $0.insert(row) })
  }

  @Test("an orphan is parked until it is found or given up", arguments: StoreKind.allCases)
  func parked(kind: StoreKind) async throws {
    let subject = try await kind.open()
    let delivery = InboundDelivery(ref: nil, providerID: "s1", state: .delivered)
    let end = InboundCallEnd(
      ref: CallRef(rawValue: "a1"), providerID: "", reason: .hadBeenAnswered)
    let later = InboundRow(
      provider: "46elks", key: "d1", receivedAt: evening.adding(seconds: 1),
      parked: .delivery(delivery), isOrphan: true)
    let first = InboundRow(
      provider: "46elks", key: "e1", receivedAt: evening, parked: .callEnded(end), isOrphan: true)
    try await subject.store.write { transaction in
      _ = try transaction.insert(later)
      _ = try transaction.insert(first)
      _ = try transaction.insert(InboundRow(provider: "46elks", key: "t1", receivedAt: evening))
    }
    #expect(try await subject.store.read { try $0.parkedEvents(limit: 9) } == [first, later])
    #expect(try await subject.store.read { try $0.parkedEvents(limit: 1) } == [first])
    try await subject.store.write { transaction in
      try transaction.save(InboundRow(provider: "46elks", key: "e1", receivedAt: evening))
    }
    #expect(try await subject.store.read { try $0.parkedEvents(limit: 9) } == [later])
    #expect(try await subject.store.write { try !$0.insert(first) })
  }

  @Test(
    "the latest one is known by provider, and old ones are forgotten", arguments: StoreKind.allCases
  )
  func latestAndForgotten(kind: StoreKind) async throws {
    let subject = try await kind.open()
    try await subject.store.write { transaction in
      for second in 0..<5 {
        _ = try transaction.insert(
          InboundRow(
            provider: "46elks", key: "s\(second)", receivedAt: evening.adding(seconds: second)))
      }
    }
    let latest = try await subject.store.write { transaction in
      (
        try transaction.latestInbound(provider: "46elks"),
        try transaction.latestInbound(provider: "twilio")
      )
    }
    #expect(latest.0 == evening.adding(seconds: 4))
    #expect(latest.1 == nil)

    let before = evening.adding(seconds: 4)
    #expect(try await subject.store.write { try $0.forgetInbound(before: before, limit: 3) } == 3)
    #expect(try await subject.store.write { try $0.forgetInbound(before: before, limit: 3) } == 1)
    let again = InboundRow(provider: "46elks", key: "s4", receivedAt: evening)
    #expect(try await subject.store.write { try $0.insert(again) } == false)
  }
}
