import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

/// The commands that no watch has to know of, from the text to what is stored and answered.
@Suite struct SmallCommandTests {
  private func say(
    _ words: String, from number: PhoneNumber = Cast.adasNumber, _ harness: EngineHarness
  ) async throws -> String {
    await harness.provider.forget()
    try await harness.text(words, from: number)
    return await harness.provider.texts(to: number).joined(separator: " | ")
  }

  @Test(arguments: ["TEST", "test"])
  func `a test is answered, and nobody is watched or paged`(word: String) async throws {
    let harness = try await EngineHarness.make()
    let answer = try await say(word, harness)
    #expect(answer.contains("fungerar"))
    #expect(try await harness.openCases().isEmpty)
    #expect(try await harness.liveWatch(of: Cast.ada) == nil)
  }

  @Test func `a test during a watch leaves the watch as it is`() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.adasNumber)
    let before = try #require(try await harness.liveWatch(of: Cast.ada))
    #expect(try await say("test", harness).contains("fungerar"))
    #expect(try await harness.liveWatch(of: Cast.ada) == before)
  }

  @Test func `the language is stored, answered in, and taken by the live watch`() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.adasNumber)
    #expect(try await say("ENGLISH", harness).contains("We now write in English"))
    #expect(try await person(Cast.ada, harness).language == .english)
    #expect(try await harness.liveWatch(of: Cast.ada)?.language == .english)
    #expect(try await say("status", harness).contains("Watch active until"))
    #expect(try await say("SVENSKA", harness).contains("Nu skriver vi på svenska"))
    #expect(try await person(Cast.ada, harness).language == .swedish)
    #expect(try await harness.liveWatch(of: Cast.ada)?.language == .swedish)
  }

  @Test func `JA and the code verify the number that wrote, and no other`() async throws {
    let harness = try await EngineHarness.make()
    let numbers = [Cast.cleosNumber, Cast.cleosSecondNumber]
    try await harness.store.write { transaction in
      for (position, number) in numbers.enumerated() {
        try transaction.save(
          PersonNumberRow(
            person: Cast.cleo, number: number, position: position,
            enrolmentCode: position == 0 ? "482" : "731"))
      }
    }
    _ = try await say("JA 482", from: numbers[1], harness)
    #expect(try await verified(harness) == [nil, nil])
    let answer = try await say("ja 731", from: numbers[1], harness)
    #expect(answer.contains("ditt nummer är anslutet"))
    #expect(try await verified(harness) == [nil, harness.clock.now()])
    let log = try await harness.store.read { try $0.log(after: 0, limit: 1000) }
    #expect(!log.contains { $0.entry.payload.values.contains { $0.contains("731") } })
    // A code counts once.
    #expect(try await say("JA 731", from: numbers[1], harness).contains("anslutet") == false)
  }

  @Test(arguments: ["RING", "0"])
  func `RING opens a call-back case with the number that wrote`(word: String) async throws {
    let harness = try await EngineHarness.make()
    let answer = try await say(word, from: Cast.cleosSecondNumber, harness)
    #expect(answer.contains("En operatör ringer dig"))
    #expect(answer.contains("INTE bevakad"))
    let opened = try #require(try await harness.openCases().first)
    #expect(opened.kind == .callback)
    #expect(opened.person == Cast.cleo)
    #expect(opened.callbackNumber == Cast.cleosSecondNumber)
    #expect(await harness.provider.texts(to: Cast.olgasNumber).count == 1)
    _ = try await say(word, from: Cast.cleosSecondNumber, harness)
    #expect(try await harness.openCases().count == 1)
  }

  @Test(arguments: ["RING", "0"])
  func `RING during a watch goes on beside it`(word: String) async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.adasNumber)
    let answer = try await say(word, harness)
    #expect(!answer.contains("INTE bevakad"))
    let opened = try #require(try await harness.openCases().first)
    #expect(opened.kind == .callback)
    #expect(opened.callbackNumber == Cast.adasNumber)
    #expect(try await harness.liveWatch(of: Cast.ada)?.phase == .armed)
    _ = try await say("ok", harness)
    harness.clock.advance(minutes: 1)
    _ = try await say("ok", harness)
    #expect(try await harness.liveWatch(of: Cast.ada) == nil)
    #expect(try await harness.openCases().map(\.id) == [opened.id])
  }

  private func person(_ id: PersonID, _ harness: EngineHarness) async throws -> PersonRow {
    try #require(try await harness.store.read { try $0.person(id) })
  }

  private func verified(_ harness: EngineHarness) async throws -> [Instant?] {
    try await harness.store.read { try $0.numbers(of: Cast.cleo).map(\.verifiedAt) }
  }
}
