import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

@Suite("Codes")
struct CodeTests {
  @Test(
    "A code that people would mistake is refused at enrolment",
    arguments: [
      ("471", nil, CodeRefusal.notFourToEightDigits),
      ("471199999", nil, .notFourToEightDigits),
      ("47a1", nil, .notFourToEightDigits),
      ("2130", nil, .readsAsClockTime),
      ("2400", nil, .readsAsClockTime),
      ("4711", "4712", .tooAlike),
      ("4711", "14711", .tooAlike),
      (nil, "4711", .duressCodeAlone),
    ] as [(String?, String?, CodeRefusal)])
  func refused(personal: String?, duress: String?, refusal: CodeRefusal) {
    #expect(throws: refusal) { try CodeRules.check(personal: personal, duress: duress) }
  }

  @Test("Two codes that differ enough are taken, and so is one alone, or none")
  func taken() throws {
    try CodeRules.check(personal: "4711", duress: "9152")
    try CodeRules.check(personal: "4711", duress: nil)
    try CodeRules.check(personal: nil, duress: nil)
    try CodeRules.check(personal: "2560", duress: "47118899")
  }

  @Test(
    "No code is kept with a text, wherever it stands",
    arguments: ["jag är vid bron 4711", "Oroligt här 9152, hus 3", "21.30 möte 4711 lokal 2"])
  func codesInNotes(words: String) async throws {
    let harness = try await EngineHarness.make()
    try await harness.text(words, from: Cast.bosNumber)
    try await harness.text("22.30 möte", from: Cast.bosNumber)
    try await harness.text(words, from: Cast.bosNumber)
    let log = try await harness.store.read { try $0.log(after: 0, limit: 1000) }
    let kept = log.flatMap { $0.entry.payload.values }
    #expect(!kept.contains { $0.contains("4711") || $0.contains("9152") })
    #expect(kept.contains { $0.contains("****") })
    let watches = try await harness.store.read {
      try $0.watches(.ofPerson(Cast.bo), of: .first, before: nil, limit: 10)
    }
    #expect(!watches.contains { $0.note.contains("4711") })
  }

  @Test("The keeper tells the two codes of a person apart, and nobody else's")
  func verdicts() {
    let keeper = CodeKeeper(key: [UInt8](repeating: 1, count: 32))
    var bo = PersonRow(
      id: Cast.bo, tenant: .first, name: "Bo", createdAt: ManualClock.evening)
    #expect(keeper.verdict(on: "", for: bo) == .wrong)
    bo.codeHash = keeper.hash(personCode: "4711", of: bo.id)
    bo.duressCodeHash = keeper.hash(personCode: "9152", of: bo.id)
    #expect(keeper.verdict(on: "4711", for: bo) == .right)
    #expect(keeper.verdict(on: "9152", for: bo) == .duress)
    #expect(keeper.verdict(on: "4712", for: bo) == .wrong)
    #expect(keeper.hash(personCode: "4711", of: Cast.ada) != bo.codeHash)
    let otherKey = CodeKeeper(key: [UInt8](repeating: 2, count: 32))
    #expect(otherKey.verdict(on: "4711", for: bo) == .wrong)
  }
}
