import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

@Suite("A person who never answers reaches an operator")
struct SilenceStoryTests {
  @Test("Cleo starts a watch by text and reads back its end")
  func start() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte Folkets hus", from: Cast.cleosNumber)
    let watch = try #require(try await harness.liveWatch(of: Cast.cleo))
    #expect(watch.phase == .armed)
    let texts = await harness.provider.texts(to: Cast.cleosNumber)
    #expect(texts.count == 1)
    #expect(texts.first?.contains("bevakad till kl. 21.30") == true)
  }

  @Test("Silence leads over reminder, texts and calls to a page, and on to the next rung")
  func silence() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    try await harness.pass(minutes: 79)
    #expect(await harness.provider.texts(to: Cast.cleosNumber).count == 2)
    #expect(await harness.provider.calls(to: Cast.cleosNumber).isEmpty)
    try await harness.pass(minutes: 1)
    #expect(await harness.provider.calls(to: Cast.cleosNumber).count == 1)
    try await harness.pass(minutes: 3)
    #expect(await harness.provider.calls(to: Cast.cleosNumber).count == 2)
    #expect(await harness.provider.texts(to: Cast.olgasNumber).isEmpty)
    try await harness.pass(minutes: 2)
    #expect(await harness.provider.texts(to: Cast.olgasNumber).count == 1)
    #expect(await harness.provider.calls(to: Cast.olgasNumber).count >= 1)
    #expect(await harness.provider.texts(to: Cast.omarsNumber).isEmpty)
    try await harness.pass(seconds: 90)
    #expect(await harness.provider.texts(to: Cast.omarsNumber).count == 1)
    let cases = try await harness.openCases()
    #expect(cases.map(\.kind) == [.notReached])
  }

  @Test("After a claim nobody is paged, and a claim that runs out pages again")
  func claim() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("hjälp", from: Cast.adasNumber)
    #expect(await harness.provider.texts(to: Cast.olgasNumber).count == 1)
    #expect(await harness.provider.texts(to: Cast.omarsNumber).count == 1)
    let code = try await harness.pageCode(of: Cast.olga)
    try await harness.text(code, from: Cast.olgasNumber)
    await harness.provider.forget()
    try await harness.pass(minutes: 4)
    #expect(await harness.provider.texts(to: Cast.omarsNumber).isEmpty)
    #expect(await harness.provider.calls(to: Cast.omarsNumber).isEmpty)
    try await harness.pass(minutes: 2)
    #expect(await harness.provider.calls(to: Cast.omarsNumber).count == 1)
  }

  @Test("An OK ends the watch, and neither text nor call follows")
  func ok() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    try await harness.pass(minutes: 75)
    try await harness.text("ok", from: Cast.cleosNumber)
    #expect(try await harness.liveWatch(of: Cast.cleo) == nil)
    await harness.provider.forget()
    try await harness.pass(minutes: 60)
    #expect(await harness.provider.posted.isEmpty)
    #expect(try await harness.openCases().isEmpty)
  }

  @Test("The duress code is answered byte for byte like the right one, and pages everybody")
  func duress() async throws {
    var answers: [String] = []
    for code in [EngineHarness.bosCode, EngineHarness.bosDuressCode] {
      let harness = try await EngineHarness.make()
      try await harness.text("21.30 möte", from: Cast.bosNumber)
      try await harness.pass(minutes: 70)
      await harness.provider.forget()
      try await harness.text("ok \(code)", from: Cast.bosNumber)
      answers += await harness.provider.texts(to: Cast.bosNumber)
      let pages = await harness.provider.texts(to: Cast.omarsNumber)
      #expect(pages.count == (code == EngineHarness.bosDuressCode ? 1 : 0))
      let log = try await harness.store.read { try $0.log(after: 0, limit: 1000) }
      let payloads = log.flatMap(\.entry.payload.values)
      #expect(!payloads.contains { $0.contains(code) })
    }
    #expect(answers.count == 2)
    #expect(Set(answers).count == 1)
  }
}

extension EngineHarness {
  func pageCode(of operatorID: OperatorID) async throws -> String {
    let pages = try await store.read { try $0.openPages(of: operatorID) }
    return try #require(pages.first).code
  }
}
