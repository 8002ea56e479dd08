import CheckinFlows
import GRDB
import GatewayEngine
import TestSupport
import Testing

@Suite("A fault of the service is itself a case")
struct RoundsTests {
  @Test("The auditor finds a watch whose deadline is gone, pages, and heals it")
  func removedDeadline() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    try await harness.sql("DELETE FROM deadlines")
    let findings = try await harness.engine.auditor.audit(at: harness.clock.now())
    let watch = try #require(try await harness.liveWatch(of: Cast.cleo))
    #expect(findings == [.watchWithoutNextStep(watch.id)])
    try await harness.engine.settle()
    #expect(try await harness.openCases().map(\.kind) == [.fault])
    #expect(await harness.provider.texts(to: Cast.olgasNumber).count == 1)
    #expect(try await harness.engine.auditor.audit(at: harness.clock.now()).isEmpty)
    try await harness.pass(minutes: 80)
    #expect(await harness.provider.calls(to: Cast.cleosNumber).count == 1)
  }

  @Test("A quiet evening gives the auditor nothing to say, and the heart beats")
  func nothingToFind() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    try await harness.engine.makeRounds()
    #expect(try await harness.openCases().isEmpty)
    #expect(harness.engine.core.status.isWell(at: harness.clock.now()))
  }

  @Test("Nobody on duty is a fault while somebody is watched, and then everybody is paged")
  func nobodyOnDuty() async throws {
    let harness = try await EngineHarness.make()
    try await harness.sendEverybodyHome()
    try await harness.engine.makeRounds()
    #expect(try await harness.openCases().isEmpty)
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    try await harness.engine.makeRounds()
    try await harness.engine.settle()
    let cases = try await harness.openCases()
    #expect(cases.map(\.faultName) == [Fault.nobodyOnDuty.name])
    #expect(await harness.provider.texts(to: Cast.olgasNumber).count == 1)
    #expect(!harness.engine.core.status.isWell(at: harness.clock.now()) || cases.isEmpty)
  }

  @Test("All providers down: a fault case, and the page leaves when one is back")
  func allProvidersDown() async throws {
    let harness = try await EngineHarness.make()
    await harness.provider.setAccount(nil)
    await harness.provider.answerAlways(.refused(.tryLater))
    _ = try await harness.engine.accounts.step()
    harness.clock.advance(seconds: 10)
    _ = try await harness.engine.accounts.step()
    try await harness.engine.settle()
    #expect(try await harness.openCases().map(\.kind) == [.fault])
    try await harness.pass(minutes: 2)
    await harness.provider.answerAlways(nil)
    await harness.provider.forget()
    try await harness.pass(minutes: 5)
    #expect(await harness.provider.calls(to: Cast.olgasNumber).count >= 1)
  }

  @Test("A text that no webhook brought is fetched, and one that came is not read twice")
  func catchUp() async throws {
    let harness = try await EngineHarness.make()
    _ = try await harness.engine.catchUp.step()
    try await harness.text("21.30 möte", from: Cast.cleosNumber, id: "came")
    let end = try await harness.liveWatch(of: Cast.cleo)?.end
    await harness.provider.hold([
      Self.text("21.30 möte", id: "came"), Self.text("+30", id: "missed"),
    ])
    harness.clock.advance(seconds: 180)
    _ = try await harness.engine.catchUp.step()
    _ = try await harness.engine.catchUp.step()
    try await harness.engine.settle()
    #expect(try await harness.liveWatch(of: Cast.cleo)?.end == end?.adding(minutes: 30))
    #expect(await harness.provider.texts(to: Cast.cleosNumber).count == 2)
  }

  @Test("A watch whose whole sequence was slept through opens its case at once")
  func downtime() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    harness.clock.advance(minutes: 200)
    let restarted = harness.restarted()
    try await restarted.engine.start()
    try await restarted.engine.settle()
    #expect(try await restarted.openCases().map(\.kind) == [.notReached])
    #expect(await restarted.provider.texts(to: Cast.olgasNumber).count == 1)
    #expect(await restarted.provider.calls(to: Cast.cleosNumber).isEmpty)
  }

  @Test("Watches that ended more than a day ago are one fault case, and nobody is rung")
  func longDowntime() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    try await harness.text("21.45 resa", from: Cast.adasNumber)
    harness.clock.advance(minutes: 60 * 30)
    await harness.provider.forget()
    let restarted = harness.restarted()
    try await restarted.engine.start()
    try await restarted.engine.settle()
    let cases = try await restarted.openCases()
    #expect(cases.map(\.kind) == [.fault])
    for number in [Cast.cleosNumber, Cast.adasNumber] {
      #expect(await restarted.provider.posted.filter { $0.to == number }.isEmpty)
    }
    #expect(await restarted.provider.texts(to: Cast.olgasNumber).count == 1)
    #expect(try await restarted.engine.auditor.audit(at: restarted.clock.now()).isEmpty)
    try await restarted.close(try #require(cases.first))
    #expect(try await restarted.liveWatch(of: Cast.cleo) == nil)
    #expect(try await restarted.liveWatch(of: Cast.ada) == nil)
  }

  private static func text(_ words: String, id: String) -> InboundEvent {
    .text(
      InboundText(
        providerID: id, from: .number(Cast.cleosNumber), to: Cast.ourNumber.e164, text: words,
        sentAt: nil))
  }
}

extension EngineHarness {
  /// Harm done to the file behind the engine's back.
  func sql(_ statement: String) async throws {
    let queue = try DatabaseQueue(path: temporary.path)
    try await queue.write { try $0.execute(sql: statement) }
    try queue.close()
  }

  func sendEverybodyHome() async throws {
    try await store.write { transaction in
      for var row in try transaction.operators(of: .first, includingDisabled: false) {
        row.onDutySince = nil
        try transaction.save(row)
      }
    }
  }

  func close(_ row: Case) async throws {
    let (now, flows) = (clock.now(), engine.core.flows)
    let result = try await store.write { transaction in
      try flows.apply(
        .work(.close(.unknown, nil, reason: "ingen svarar"), .operator(Cast.olga)), to: row.id,
        cause: FlowCause(.operator(Cast.olga)), in: transaction, at: now)
    }
    #expect(!result.isRefused)
  }
}
