import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

/// When every operator is silent: the outside path, and those who answer for the service.
@Suite struct OutsidePathTests {
  private static let caretaker = Cast.number(60)
  private static let officersNumber = Cast.number(61)

  private func stage(outside: [PhoneNumber] = [caretaker]) async throws -> EngineHarness {
    let harness = try await EngineHarness.make(outside: outside)
    try await harness.store.write { transaction in
      try transaction.save(
        OperatorRow(
          id: try transaction.newOperatorID(), tenant: .first, name: "Siv", role: .officer,
          number: Self.officersNumber, language: .english, rung: nil))
    }
    return harness
  }

  private func calls(_ harness: EngineHarness, to number: PhoneNumber) async -> Int {
    await harness.provider.calls(to: number).count
  }

  @Test func `nobody takes a case: outsiders and officers get a text and a call`() async throws {
    let harness = try await stage()
    try await harness.text("hjälp", from: Cast.adasNumber)
    try await harness.pass(minutes: 4)
    #expect(await calls(harness, to: Self.caretaker) == 0)
    try await harness.pass(minutes: 1)
    for number in [Self.caretaker, Self.officersNumber] {
      #expect(await harness.provider.texts(to: number).count == 1)
      #expect(await calls(harness, to: number) >= 1)
    }
    let words = try #require(await harness.provider.texts(to: Self.officersNumber).first)
    #expect(words.contains("has not been taken"))
  }

  @Test func `they are rung and texted again until somebody claims the case`() async throws {
    let harness = try await stage()
    try await harness.text("hjälp", from: Cast.adasNumber)
    try await harness.pass(minutes: 5)
    let first = await calls(harness, to: Self.caretaker)
    try await harness.pass(minutes: 6)
    #expect(await calls(harness, to: Self.caretaker) == first + 4)
    #expect(await harness.provider.texts(to: Self.caretaker).count == 2)
    let opened = try #require(try await harness.openCases().first)
    try await harness.claim(opened.id, by: Cast.olga)
    let atClaim = await harness.provider.posted.count
    try await harness.pass(minutes: 3)
    let later = await harness.provider.posted.dropFirst(atClaim)
    #expect(!later.contains { [Self.caretaker, Self.officersNumber].contains($0.to) })
  }

  @Test func `an operator who is on the outside path too is rung once at a time`() async throws {
    let harness = try await stage(outside: [Cast.olgasNumber])
    try await harness.text("hjälp", from: Cast.adasNumber)
    try await harness.pass(minutes: 11)
    let calls = await harness.provider.calls(to: Cast.olgasNumber)
    var purposes: Set<OutboundPurpose> = []
    for call in calls {
      if let item = try await harness.item(call.ref) { purposes.insert(item.purpose) }
    }
    let opened = try #require(try await harness.openCases().first)
    #expect(purposes == [.page(opened.id, Cast.olga)])
    let told = await harness.provider.texts(to: Cast.olgasNumber)
    #expect(told.contains { $0.contains("har inte tagits av någon") })
  }
}

extension EngineHarness {
  func claim(_ id: CaseID, by operatorID: OperatorID) async throws {
    let now = clock.now()
    try await store.write { [engine] transaction in
      _ = try engine.core.flows.apply(
        .claim(.operator(operatorID)), to: id, cause: FlowCause(.operator(operatorID)),
        in: transaction, at: now)
    }
    try await engine.settle()
  }
}
