import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

/// People without a number, with two numbers, and with one that others have too.
@Suite struct NumbersOfPeopleTests {
  // MARK: Without a number

  @Test func `who has no number can be registered, and is not watched without one`() async throws {
    let harness = try await EngineHarness.make()
    let core = harness.engine.core
    let actions = ServiceActions(flows: core.flows, codes: core.codes, tenant: .first)
    let now = harness.clock.now()
    let dora = try await harness.store.write { transaction in
      try actions.addPerson(
        PersonOrder(name: "Dora", number: nil), by: .system, in: transaction, at: now)
    }
    await #expect(throws: ActionRefusal.personWithoutNumber) {
      try await harness.store.write { transaction in
        _ = try actions.startWatch(
          WatchRequest(
            person: dora.id, end: now.adding(minutes: 60), activity: .meeting, note: ""),
          by: .named("konsolen"), in: transaction, at: now)
      }
    }
    #expect(try await harness.liveWatch(of: dora.id) == nil)
  }

  @Test func `what comes from a number of nobody's touches nobody, and help is help`() async throws
  {
    let harness = try await EngineHarness.make()
    try await harness.text("ok", from: Cast.strangersNumber)
    #expect(try await harness.openCases().isEmpty)
    try await harness.text("hjälp", from: Cast.strangersNumber)
    let opened = try #require(try await harness.openCases().first)
    #expect(opened.kind == .sos)
    #expect(opened.person == nil)
    #expect(opened.callbackNumber == Cast.strangersNumber)
  }

  // MARK: With two numbers

  @Test func `answers go to the number that wrote, reminders and calls to the first one`()
    async throws
  {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.cleosSecondNumber)
    #expect(await harness.provider.texts(to: Cast.cleosSecondNumber).count == 1)
    #expect(await harness.provider.texts(to: Cast.cleosNumber).isEmpty)
    try await harness.pass(minutes: 80)
    #expect(await harness.provider.texts(to: Cast.cleosNumber).count == 2)
    #expect(await harness.provider.calls(to: Cast.cleosNumber).count == 1)
    #expect(await harness.provider.calls(to: Cast.cleosSecondNumber).isEmpty)
  }

  @Test(arguments: [Cast.cleosNumber, Cast.cleosSecondNumber])
  func `either number closes the watch`(number: PhoneNumber) async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    try await harness.pass(minutes: 75)
    await harness.provider.forget()
    try await harness.text("ok", from: number)
    #expect(try await harness.liveWatch(of: Cast.cleo) == nil)
    #expect(await harness.provider.texts(to: number).count == 1)
  }

  // MARK: Shared

  /// Ada and Cleo have one telephone.
  private func sharing() async throws -> EngineHarness {
    let harness = try await EngineHarness.make()
    try await harness.store.write { transaction in
      try transaction.save(
        PersonNumberRow(person: Cast.ada, number: Cast.cleosNumber, position: 1))
    }
    return harness
  }

  @Test func `from a shared number nothing closes, and operators are shown the text`()
    async throws
  {
    let harness = try await sharing()
    try await harness.text("21.30 möte", from: Cast.cleosSecondNumber)
    try await harness.pass(minutes: 75)
    await harness.provider.forget()
    try await harness.text("ok", from: Cast.cleosNumber)
    let watch = try #require(try await harness.liveWatch(of: Cast.cleo))
    #expect(watch.isLive)
    #expect(await harness.provider.texts(to: Cast.cleosNumber).count == 1)
    #expect(try await harness.openCases().map(\.kind) == [.unclear])
    try await harness.pass(minutes: 5)
    #expect(await harness.provider.calls(to: Cast.cleosNumber).count == 1)
    // Their own number closes.
    try await harness.text("ok", from: Cast.cleosSecondNumber)
    #expect(try await harness.liveWatch(of: Cast.cleo) == nil)
  }

  @Test func `a shared number starts nobody's watch: somebody rings and asks`() async throws {
    let harness = try await sharing()
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    #expect(try await harness.liveWatch(of: Cast.cleo) == nil)
    #expect(try await harness.liveWatch(of: Cast.ada) == nil)
    let opened = try #require(try await harness.openCases().first)
    #expect(opened.kind == .callback)
    #expect(opened.callbackNumber == Cast.cleosNumber)
    let answer = try #require(await harness.provider.texts(to: Cast.cleosNumber).first)
    #expect(answer.contains("INTE bevakad"))
  }

  @Test func `help from a shared number is help for everybody who is watched there`() async throws {
    let harness = try await sharing()
    try await harness.text("21.30 möte", from: Cast.cleosSecondNumber)
    try await harness.text("22.00 resa", from: Cast.adasNumber)
    try await harness.text("hjälp", from: Cast.cleosNumber)
    let opened = try await harness.openCases()
    #expect(opened.map(\.kind) == [.sos, .sos])
    #expect(Set(opened.compactMap(\.person)) == [Cast.ada, Cast.cleo])
  }

  @Test func `with two watches behind one number neither closes`() async throws {
    let harness = try await sharing()
    try await harness.text("21.30 möte", from: Cast.cleosSecondNumber)
    try await harness.text("22.00 resa", from: Cast.adasNumber)
    try await harness.pass(minutes: 75)
    try await harness.text("ok", from: Cast.cleosNumber)
    #expect(try await harness.liveWatch(of: Cast.cleo) != nil)
    #expect(try await harness.liveWatch(of: Cast.ada) != nil)
  }
}
