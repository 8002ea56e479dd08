import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

@Suite("Out at least once, and never twice by itself")
struct OutboxStoryTests {
  @Test("What was ordered before an OK is read again and withdrawn")
  func withdrawn() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    try await harness.pass(minutes: 79)
    await harness.provider.forget()
    harness.clock.advance(seconds: 60)
    _ = try await harness.engine.deadlines.wakeDue()
    #expect(try await harness.items(in: .pending).count == 2)
    try await harness.receive("ok", from: Cast.cleosNumber)
    try await harness.engine.settle()
    #expect(await harness.provider.calls(to: Cast.cleosNumber).isEmpty)
    #expect(await harness.provider.texts(to: Cast.cleosNumber).count == 1)
    #expect(try await harness.items(in: .withdrawn).count == 2)
  }

  @Test("A provider that asks for patience gets the text again after a pause")
  func tryLater() async throws {
    let harness = try await EngineHarness.make()
    await harness.provider.answer(.refused(.tryLater))
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    #expect(await harness.provider.posted.count == 1)
    try await harness.pass(seconds: 1)
    #expect(await harness.provider.posted.count == 2)
    #expect(try await harness.items(in: .accepted).count == 1)
  }

  @Test("No credit: the next provider sends at once, and a fault pages")
  func failOver() async throws {
    let second = ScriptedProvider("second", number: Cast.number(98))
    let harness = try await EngineHarness.make(providers: [ScriptedProvider(), second])
    await harness.provider.answerAlways(.refused(.noCredit))
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    #expect(await second.texts(to: Cast.cleosNumber).count == 1)
    #expect(try await harness.openCases().map(\.kind) == [.fault])
    #expect(await second.texts(to: Cast.olgasNumber).count == 1)
    try await harness.text("status", from: Cast.cleosNumber)
    #expect(try await harness.openCases().count == 1)
  }

  @Test("A number that takes no texts is told to operators, and calls go on")
  func optedOut() async throws {
    let harness = try await EngineHarness.make()
    await harness.provider.answer(.refused(.optedOut))
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    #expect(try await harness.openCases().map(\.kind) == [.unclear])
    let numbers = try await harness.store.read { try $0.numbers(of: Cast.cleo) }
    #expect(numbers.first?.optedOutAt != nil)
    try await harness.pass(minutes: 80)
    #expect(await harness.provider.calls(to: Cast.cleosNumber).count == 1)
  }

  @Test("An unknown text that the provider has is adopted")
  func adopted() async throws {
    let harness = try await EngineHarness.make()
    await harness.provider.answer(.unknown)
    await harness.provider.answerLookUps(.found(providerID: "there"))
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    try await harness.pass(minutes: 5)
    #expect(await harness.provider.posted.count == 1)
    #expect(try await harness.items(in: .accepted).map(\.providerID) == ["there"])
  }

  @Test("An unknown text that the provider does not have is sent anew with a new name")
  func sentAnew() async throws {
    let harness = try await EngineHarness.make()
    await harness.provider.answer(.unknown)
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    try await harness.pass(minutes: 5)
    let posted = await harness.provider.posted
    #expect(posted.count == 2)
    #expect(Set(posted.map(\.ref)).count == 2)
    #expect(try await harness.logKinds().contains("outbox.possible-duplicate"))
  }

  @Test("When the provider cannot be asked, a text goes again after a few tries")
  func cannotBeAsked() async throws {
    let harness = try await EngineHarness.make()
    await harness.provider.answer(.unknown)
    await harness.provider.answerLookUps(.unavailable, .unavailable, .unavailable)
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    try await harness.pass(seconds: 10)
    #expect(await harness.provider.posted.count == 1)
    try await harness.pass(minutes: 2)
    #expect(await harness.provider.posted.count == 2)
    #expect(try await harness.items(in: .lost).count == 1)
  }

  @Test("A crash between request and answer: the text is looked up, the page is repeated")
  func crash() async throws {
    let harness = try await EngineHarness.make()
    try await harness.receive("hjälp", from: Cast.adasNumber)
    try await harness.pretendAllWasBeingSent()
    let restarted = harness.restarted()
    await restarted.provider.answerLookUps(.found(providerID: "arrived"))
    try await restarted.engine.start()
    try await restarted.pass(seconds: 10)
    #expect(await restarted.provider.texts(to: Cast.adasNumber).isEmpty)
    #expect(await restarted.provider.texts(to: Cast.olgasNumber).count == 1)
    #expect(await restarted.provider.calls(to: Cast.olgasNumber).count == 1)
    #expect(await restarted.provider.lookedUp.count == 1)
  }

  @Test("A check call with unknown outcome delays nothing")
  func unknownCall() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    try await harness.pass(minutes: 79)
    await harness.provider.answerAlways(.unknown)
    await harness.provider.answerLookUps(.unavailable, .unavailable, .unavailable, .unavailable)
    try await harness.pass(minutes: 1)
    await harness.provider.answerAlways(nil)
    try await harness.pass(minutes: 6)
    #expect(try await harness.openCases().contains { $0.kind == .notReached })
  }

  @Test("Courtesy waits for its brake, and an alarm passes it")
  func lanes() async throws {
    let brakes = ["first": BrakeLimits(mostPerSecond: 1)]
    let harness = try await EngineHarness.make(brakes: brakes)
    for number in [Cast.adasNumber, Cast.bosNumber, Cast.cleosNumber] {
      try await harness.receive("info", from: number)
    }
    try await harness.receive("hjälp", from: Cast.adasNumber)
    try await harness.engine.settle()
    let posted = await harness.provider.posted
    #expect(posted.count == 1 + 5)
    #expect(posted.last?.text?.contains("STATUS") == true)
    try await harness.pass(seconds: 2)
    #expect(await harness.provider.posted.count == 3 + 5)
  }
}

extension EngineHarness {
  /// What a process leaves that dies between "request sent" and "outcome recorded".
  func pretendAllWasBeingSent() async throws {
    let (now, name) = (clock.now(), provider.name)
    try await store.write { transaction in
      for var item in try transaction.pendingItems(at: now, limit: 100) {
        item.state = .sending
        item.provider = name
        item.sentAt = now
        try transaction.save(item)
      }
    }
  }
}
