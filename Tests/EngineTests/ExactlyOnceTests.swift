import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

@Suite("In exactly once, in any order")
struct ExactlyOnceTests {
  @Test("A repeated webhook changes nothing")
  func repeatedText() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.cleosNumber, id: "s1")
    try await harness.text("+30", from: Cast.cleosNumber, id: "s2")
    let end = try await harness.liveWatch(of: Cast.cleo)?.end
    for _ in 1...3 { try await harness.text("+30", from: Cast.cleosNumber, id: "s2") }
    #expect(try await harness.liveWatch(of: Cast.cleo)?.end == end)
    #expect(await harness.provider.texts(to: Cast.cleosNumber).count == 2)
  }

  @Test("A text without an id is the same within half a minute, and another one later")
  func textWithoutID() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    try await harness.text("+30", from: Cast.cleosNumber, id: "")
    let end = try #require(try await harness.liveWatch(of: Cast.cleo)?.end)
    harness.clock.advance(seconds: 29)
    try await harness.text("+30", from: Cast.cleosNumber, id: "")
    #expect(try await harness.liveWatch(of: Cast.cleo)?.end == end)
    harness.clock.advance(seconds: 2)
    try await harness.text("+30", from: Cast.cleosNumber, id: "")
    #expect(try await harness.liveWatch(of: Cast.cleo)?.end == end.adding(minutes: 30))
  }

  @Test("Two texts with the same words and different ids both count, however close they come")
  func sameWordsTwice() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    try await harness.text("ok", from: Cast.cleosNumber, id: "s1")
    #expect(try await harness.liveWatch(of: Cast.cleo) != nil)
    try await harness.text("ok", from: Cast.cleosNumber, id: "s2")
    #expect(try await harness.liveWatch(of: Cast.cleo) == nil)
  }

  @Test("A webhook that comes again after a week changes nothing, though the janitor has swept")
  func repeatedAfterAWeek() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("ring", from: Cast.cleosNumber, id: "s1")
    let before = await harness.provider.posted.count
    harness.clock.advance(minutes: 7 * 24 * 60)
    _ = try await harness.engine.janitor.step()
    try await harness.receive("ring", from: Cast.cleosNumber, id: "s1")
    #expect(await harness.provider.posted.count == before)
    #expect(try await harness.logKinds().count { $0 == "text.received" } == 1)
  }

  @Test("A late and a doubled report never turn a delivered text back")
  func reportsOutOfOrder() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    let posted = try #require(await harness.provider.posted.first)
    for state in [DeliveryState.delivered, .handedOver, .undelivered, .delivered] {
      try await harness.report(state, ref: posted.ref, id: "first-1")
    }
    #expect(try await harness.item(posted.ref)?.delivery == .delivered)
    #expect(try await harness.openCases().isEmpty)
  }

  @Test("A receipt that was not delivered opens an unclear case, once")
  func lostReceipt() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    let posted = try #require(await harness.provider.posted.first)
    try await harness.report(.undelivered, ref: posted.ref, id: "first-1")
    try await harness.report(.undelivered, ref: posted.ref, id: "first-1")
    #expect(try await harness.openCases().map(\.kind) == [.unclear])
    #expect(await harness.provider.calls(to: Cast.cleosNumber).isEmpty)
  }

  @Test("A report that comes before our own request is answered proves that it was taken")
  func reportBeforeAnswer() async throws {
    let harness = try await EngineHarness.make()
    await harness.provider.answer(.unknown)
    await harness.provider.beforeAnswering { [engine = harness.engine] ref in
      let delivery = InboundDelivery(ref: ref, providerID: "early", state: .delivered)
      try? await engine.receive([.delivery(delivery)], from: "first")
    }
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    await harness.provider.beforeAnswering(nil)
    let posted = try #require(await harness.provider.posted.first)
    let item = try #require(try await harness.item(posted.ref))
    #expect(item.state == .accepted)
    #expect(item.providerID == "early")
    try await harness.pass(minutes: 5)
    #expect(await harness.provider.posted.count == 1)
  }

  @Test("An event about nothing of ours is kept as an orphan, and is no error")
  func orphan() async throws {
    let harness = try await EngineHarness.make()
    try await harness.report(.delivered, ref: CallRef(rawValue: "nobody's"), id: "x1")
    try await harness.callEnded(.busy, ref: CallRef(rawValue: "nobody's"))
    let orphans = harness.engine.core.metrics.value(.inboundOrphans)
    #expect(orphans == .number(2))
  }

  @Test("An event by an id that we learn only later finds its text, and is not taken twice")
  func parkedReport() async throws {
    let harness = try await EngineHarness.make()
    await harness.provider.answer(.accepted(providerID: "s77"))
    await harness.provider.beforeAnswering { [engine = harness.engine] _ in
      let delivery = InboundDelivery(ref: nil, providerID: "s77", state: .delivered)
      try? await engine.receive([.delivery(delivery)], from: "first")
    }
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    await harness.provider.beforeAnswering(nil)
    let ref = try #require(await harness.provider.posted.first).ref
    #expect(try await harness.item(ref)?.delivery == DeliveryState.none)
    try await harness.pass(seconds: 15)
    try await harness.engine.makeRounds()
    #expect(try await harness.item(ref)?.delivery == .delivered)
    try await harness.engine.makeRounds()
    try await harness.report(.delivered, ref: nil, id: "s77")
    #expect(try await harness.logKinds().filter { $0 == "delivery.delivered" }.count == 1)
  }

  @Test("An event that finds nothing for ten minutes is an orphan for good")
  func orphanForGood() async throws {
    let harness = try await EngineHarness.make()
    try await harness.report(.delivered, ref: nil, id: "x1")
    try await harness.pass(minutes: 9)
    try await harness.engine.makeRounds()
    #expect(try await harness.store.read { try $0.parkedEvents(limit: 9).count } == 1)
    try await harness.pass(minutes: 1)
    try await harness.engine.makeRounds()
    #expect(try await harness.store.read { try $0.parkedEvents(limit: 9).isEmpty })
  }

  @Test("The end of a call is never contact, however it ended")
  func callEndIsNoContact() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    try await harness.pass(minutes: 80)
    let call = try #require(await harness.provider.calls(to: Cast.cleosNumber).first)
    try await harness.callEnded(.hadBeenAnswered, ref: call.ref)
    try await harness.callEnded(.hadBeenAnswered, ref: call.ref)
    let attempt = try #require(try await harness.liveWatch(of: Cast.cleo)?.attempts.first)
    #expect(attempt.confirmedAt == nil)
    #expect(attempt.endedAt != nil)
    try await harness.pass(minutes: 3)
    #expect(await harness.provider.calls(to: Cast.cleosNumber).count == 2)
  }
}
