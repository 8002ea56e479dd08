import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

@Suite("One officer on standby works a whole case from a mobile")
struct OperatorStoryTests {
  @Test("Page, code, bridge, note, 112, and the outcome")
  func wholeCase() async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.silentCleo()
    let page = try #require(await harness.provider.texts(to: Cast.olgasNumber).first)
    let code = try await harness.pageCode(of: Cast.olga)
    #expect(page.contains("Svara \(code) för att ta larmet"))

    let taken = try await harness.say(code)
    #expect(taken.hasPrefix("Du har larm \(opened.id.reference) sedan kl. 21.35."))
    #expect(try await harness.isClaimed(opened.id, by: Cast.olga))

    #expect(try await harness.say("ring").contains("vi ringer dig nu. Tryck 1"))
    try await answerBridge(harness)
    #expect(try await harness.log().contains { $0.kind == "case.rung" && $0.case == opened.id })

    let noted = try await harness.say("not Ringt två gånger, grannen har inte sett henne")
    #expect(noted.hasPrefix("Noterat i larm \(opened.id.reference)."))
    let note = try #require(try await harness.log().last { $0.kind == "case.note" })
    #expect(note.payload["text"] == "Ringt två gånger, grannen har inte sett henne")
    #expect(note.actor == .operator(Cast.olga))

    let police = try await harness.say("112 21.35 K123-26 \(EngineHarness.olgasCode)")
    #expect(police.contains("112-samtalet kl. 21.35 är noterat"))
    let alerted = try await harness.state(of: opened.id)
    #expect(alerted.phase == .policeAlerted)
    #expect(alerted.police?.reference == .given("K123-26"))

    let closed = try await harness.say("klart skarpt \(EngineHarness.olgasCode)")
    #expect(closed == "Larm \(opened.id.reference) är avslutat: skarpt.")
    #expect(try await harness.watch(opened.watch).phase.name == "closed")
    #expect(try await harness.openCases().isEmpty)
    try await noCodeIsKept(harness)
  }

  /// Olga's own telephone rings first, and only after her 1 the person's.
  private func answerBridge(_ harness: EngineHarness) async throws {
    #expect(await harness.provider.calls(to: Cast.cleosNumber).isEmpty)
    let call = try #require(await harness.provider.calls(to: Cast.olgasNumber).first)
    for (turn, input) in [CallInput.begin, .keys("1")].enumerated() {
      _ = await harness.engine.answer(
        InboundTurn(
          ref: call.ref, providerID: "c", direction: .outgoing, from: .hidden, turn: turn,
          input: input),
        from: harness.provider.name)
    }
  }

  private func noCodeIsKept(_ harness: EngineHarness) async throws {
    let payloads = try await harness.log().flatMap(\.payload.values)
    #expect(!payloads.contains { $0.contains(EngineHarness.olgasCode) })
  }

  @Test("The person is reached and gets more time; her own OK ends the watch later")
  func moreTime() async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.takenCase()
    let answer = try await harness.say("+30 \(EngineHarness.olgasCode)")
    #expect(
      answer
        == "Larm \(opened.id.reference) är avslutat, personen är nådd. Bevakad till kl. 22.05.")
    let told = await harness.provider.texts(to: Cast.cleosNumber)
    #expect(told.count == 1)
    #expect(told.first?.contains("Ny sluttid: kl. 22.05") == true)
    let after = try await harness.state(of: opened.id)
    #expect(after.phase == .closed(.safe, .phone, at: harness.clock.now()))
    #expect(try await harness.watch(opened.watch).phase == .armed)

    try await harness.pass(minutes: 25)
    try await harness.text("ok", from: Cast.cleosNumber)
    #expect(try await harness.liveWatch(of: Cast.cleo) == nil)
  }

  @Test("An extension that she does not keep pages again")
  func silenceAfterMoreTime() async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.takenCase()
    try await harness.say("till 22.00 \(EngineHarness.olgasCode)")
    #expect(try await harness.openCases().isEmpty)
    try await harness.pass(minutes: 30)
    let again = try await harness.openCases()
    #expect(again.map(\.kind) == [.notReached])
    #expect(again.first?.id != opened.id)
  }

  @Test("She is reached and safe: the case ends, and so does the watch")
  func reached() async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.takenCase()
    let answer = try await harness.say("ok \(opened.id.reference) \(EngineHarness.olgasCode)")
    #expect(answer == "Larm \(opened.id.reference) är avslutat: trygg.")
    #expect(try await harness.liveWatch(of: Cast.cleo) == nil)
    #expect(await harness.provider.texts(to: Cast.cleosNumber).count == 1)
  }

  @Test("The police were called in vain: they are told, and only then the case ends as needless")
  func needless() async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.takenCase()
    let code = EngineHarness.olgasCode
    try await harness.say("112 21.35 utan \(code)")
    let tooSoon = try await harness.say("ok \(opened.id.reference) \(code)")
    #expect(tooSoon.contains("ÅTERKALLA \(opened.id.reference)"))
    #expect(try await harness.state(of: opened.id).phase == .policeAlerted)
    #expect(try await harness.say("återkalla \(code)").contains("ONÖDIGT TELEFON"))
    let without = try await harness.say("klart onödigt \(code)")
    #expect(without.contains("TELEFON, PLATS eller MISSFÖRSTÅND"))
    #expect(try await harness.say("klart onödigt telefon \(code)").hasSuffix("onödigt."))
    #expect(try await harness.openCases().isEmpty)
  }
}
