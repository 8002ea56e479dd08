import CheckinFlows
import Gateway
import GatewayEngine
import GatewayStore
import GatewayWeb
import TestSupport
import Testing

@Suite struct DemoPaceTests {
  private let clock = DemoClock { Instant(milliseconds: 1_795_000_000_000) }

  @Test func `a skip stops shortly before the next stored step`() async throws {
    try await withStore { store, pace in
      let dueAt = clock.now().adding(seconds: 900)
      try await setDeadline(dueAt, in: store)
      #expect(try await pace.skip() == .skipped)
      #expect(clock.now() == dueAt.adding(seconds: -DemoPace.leadSeconds))
      #expect(try await pace.skip() == .comesAtOnce)
    }
  }

  @Test func `without a next step there is nothing to skip to`() async throws {
    try await withStore { _, pace in
      let before = clock.now()
      let result = try await pace.skip()
      #expect(result == .nothingIsComing)
      #expect(clock.now() == before)
    }
  }

  @Test func `a skip never jumps over a live call`() async throws {
    try await withStore { store, pace in
      let call = liveCall()
      try await store.write { try $0.save(call) }
      try await setDeadline(clock.now().adding(seconds: 900), in: store)
      let before = clock.now()
      #expect(try await pace.skip() == .callIsLive)
      #expect(clock.now() == before)
      var ended = call
      ended.endedAt = before
      try await store.write { [ended] in try $0.save(ended) }
      #expect(try await pace.skip() == .skipped)
    }
  }

  @Test func `a skip never jumps over a message that is on its way`() async throws {
    try await withStore { store, pace in
      let now = clock.now()
      try await store.write { transaction in
        try transaction.insert(
          OutboxItem(
            id: try transaction.newOutboxID(), tenant: .first, ref: CallRef(rawValue: "text"),
            lane: .lifeSafety, purpose: .reply(nil, .callMe(end: now)), content: .text("Hej"),
            to: Cast.adasNumber, dueAt: now))
      }
      try await setDeadline(now.adding(seconds: 900), in: store)
      #expect(try await pace.skip() == .somethingIsLeaving)
      #expect(clock.now() == now)
    }
  }

  @Test func `time passes as in life during a call, and as chosen after it`() async throws {
    try await withStore { store, pace in
      try await pace.choose(60)
      #expect(clock.face.speed == 60)
      var call = liveCall()
      try await store.write { [call] in try $0.save(call) }
      try await pace.settle()
      #expect(clock.face.speed == 1)
      call.endedAt = clock.now()
      try await store.write { [call] in try $0.save(call) }
      try await pace.settle()
      #expect(clock.face.speed == 60)
    }
  }

  @Test func `a speed that is not on offer changes nothing`() async throws {
    try await withStore { _, pace in
      try await pace.choose(1000)
      #expect(clock.face.speed == 1)
      #expect(pace.chosenSpeed == 1)
    }
  }

  private func withStore(
    _ body: (any Store, DemoPace) async throws -> Void
  ) async throws {
    let temporary = try TemporaryStore()
    try await body(temporary.store, DemoPace(clock: clock, store: temporary.store))
    await temporary.store.close()
  }

  private func setDeadline(_ at: Instant, in store: any Store) async throws {
    try await store.write { try $0.setDeadline(at, for: CallRef(rawValue: "some call")) }
  }

  private func liveCall() -> CallRow {
    CallRow(
      ref: CallRef(rawValue: "live call"), tenant: .first, direction: .outgoing,
      purpose: .check(WatchID(rawValue: 1), attempt: 1), provider: "46elks", providerID: "c1",
      dialogue: nil, placedAt: clock.now())
  }
}
