import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

/// Watches whose end passed more than a day ago, while the service was down.
@Suite struct LongDowntimeTests {
  /// Ada and Cleo were watched when the service stopped, two days ago.
  private func stage() async throws -> EngineHarness {
    let harness = try await EngineHarness.make()
    for number in [Cast.adasNumber, Cast.cleosNumber] {
      try await harness.text("21.30 möte", from: number)
    }
    harness.clock.advance(minutes: 2 * 24 * 60)
    return harness
  }

  private func start(_ harness: EngineHarness) async throws {
    try await harness.engine.start()
    try await harness.engine.settle()
  }

  private func words(of id: CaseID, _ harness: EngineHarness) async throws -> [String?] {
    try await harness.store.read { store in
      try store.log(ofCase: id).filter { $0.entry.kind == "case.words" }
        .map { $0.entry.payload["text"] }
    }
  }

  @Test func `one case lists them all, and nobody is rung`() async throws {
    let harness = try await stage()
    try await start(harness)
    let opened = try await harness.openCases()
    #expect(opened.map(\.faultName) == ["longOverdue"])
    #expect(try await words(of: opened[0].id, harness) == ["T1001 T1002"])
    #expect(await harness.provider.calls(to: Cast.adasNumber).isEmpty)
    #expect(await harness.provider.calls(to: Cast.cleosNumber).isEmpty)
  }

  @Test(arguments: [CaseOutcome.safe, .unknown])
  func `closing the case closes every watch that it holds`(outcome: CaseOutcome) async throws {
    let harness = try await stage()
    try await start(harness)
    let id = try #require(try await harness.openCases().first).id
    let now = harness.clock.now()
    try await harness.store.write { [flows = harness.engine.core.flows] transaction in
      _ = try flows.apply(
        .work(.close(outcome, .phone, reason: "alla nådda"), .operator(Cast.olga)), to: id,
        cause: FlowCause(.operator(Cast.olga)), in: transaction, at: now)
    }
    let watches = try await harness.store.read {
      try $0.watches(.all, of: .first, before: nil, limit: 9)
    }
    #expect(watches.count == 2)
    for watch in watches {
      #expect(watch.phase == .closed(outcome == .safe ? .safe : .handedOver, at: now))
    }
    #expect(try await harness.openCases().isEmpty)
    #expect(try await harness.engine.auditor.audit(at: now).isEmpty)
  }

  @Test func `a second long downtime adds to the list of the open case`() async throws {
    let harness = try await stage()
    try await start(harness)
    let id = try #require(try await harness.openCases().first).id
    try await harness.text("21.30 möte", from: Cast.bosNumber)
    harness.clock.advance(minutes: 2 * 24 * 60)
    try await start(harness)
    #expect(try await harness.openCases().filter { $0.faultName == "longOverdue" }.count == 1)
    #expect(try await words(of: id, harness).last == "T1001 T1002 T1003")
  }
}
