import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

@Suite("Operators let go, come on duty, ring and look by text")
struct OperatorLadderTests {
  @Test("A case that is passed on pages the next rung at once")
  func passOn() async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.silentCleo()
    let answer = try await harness.say("skicka \(try await harness.pageCode(of: Cast.olga))")
    #expect(answer == "Larm \(opened.id.reference) är skickat vidare. Nu söks nästa.")
    #expect(await harness.provider.texts(to: Cast.omarsNumber).count == 1)
    #expect(await harness.provider.calls(to: Cast.omarsNumber).count == 1)
  }

  @Test("A case that is released waits for somebody again")
  func release() async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.takenCase()
    #expect(
      try await harness.say("släpp") == "Larm \(opened.id.reference) är släppt. Nu söks nästa.")
    #expect(try await harness.state(of: opened.id).responsibility == .unclaimed)
    #expect(await harness.provider.calls(to: Cast.omarsNumber).count == 1)
  }

  @Test("Going off and on duty is heard by the ladder")
  func duty() async throws {
    let harness = try await EngineHarness.staffed()
    #expect(try await harness.say("jour av", from: Cast.omarsNumber) == "Du är inte i jour.")
    let opened = try await harness.silentCleo()
    try await harness.say(try await harness.pageCode(of: Cast.olga))
    let off = try await harness.say("jour av")
    #expect(off.contains("Du har kvar \(opened.id.reference)"))
    #expect(off.hasSuffix("OBS: ingen är i jour nu."))

    try await harness.say("släpp")
    await harness.provider.forget()
    #expect(try await harness.say("jour på", from: Cast.omarsNumber).contains("Du är i jour."))
    let omar = try await harness.store.read { try $0.operator(Cast.omar) }
    #expect(omar?.onDutySince == harness.clock.now())
  }

  @Test("Whoever comes on duty where the page has passed is paged at once")
  func comesOnDuty() async throws {
    let harness = try await EngineHarness.staffed()
    try await harness.say("jour av", from: Cast.omarsNumber)
    try await harness.text("hjälp", from: Cast.adasNumber)
    #expect(await harness.provider.calls(to: Cast.omarsNumber).isEmpty)
    try await harness.say("jour på", from: Cast.omarsNumber)
    #expect(await harness.provider.calls(to: Cast.omarsNumber).count == 1)
  }

  @Test(
    "A silent person is rung only when the operator says so twice",
    arguments: [CaseKind.silentSOS, .duress])
  func silentRing(kind: CaseKind) async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.openCase(kind, person: Cast.cleo)
    let reference = opened.reference
    try await harness.say(try await harness.pageCode(of: Cast.olga))
    #expect(try await harness.say("ring").hasPrefix("TYST LARM: ett samtal kan röja personen."))
    #expect(await harness.provider.calls(to: Cast.olgasNumber).isEmpty)
    #expect(try await harness.say("ring \(reference) ändå").contains("din egen kod saknas"))
    #expect(await harness.provider.calls(to: Cast.olgasNumber).isEmpty)
    try await harness.say("ring \(reference) ändå \(EngineHarness.olgasCode)")
    #expect(await harness.provider.calls(to: Cast.olgasNumber).count == 1)
    #expect(await harness.provider.calls(to: Cast.cleosNumber).isEmpty)
  }

  @Test("A call-back to somebody with a silent alarm asks twice as well")
  func silentBeside() async throws {
    let harness = try await EngineHarness.staffed()
    _ = try await harness.openCase(.duress, person: Cast.cleo)
    let callback = try await harness.openCase(.callback, callback: Cast.cleosSecondNumber)
    let pages = try await harness.store.read { try $0.openPages(of: Cast.olga) }
    try await harness.say(try #require(pages.first { $0.caseID == callback }).code)
    let answer = try await harness.say("ring \(callback.reference)")
    #expect(answer.hasPrefix("TYST LARM"))
    #expect(await harness.provider.calls(to: Cast.olgasNumber).isEmpty)
  }

  @Test("The list holds references, ends and states, and nobody's name or words")
  func list() async throws {
    let harness = try await EngineHarness.staffed()
    #expect(try await harness.say("lista") == "Ingen är bevakad just nu.")
    try await harness.text("22.30 möte Folkets hus", from: Cast.adasNumber)
    _ = try await harness.silentCleo()
    let list = try await harness.say("lista").split(separator: "\n").map(String.init)
    #expect(list.count == 2)
    #expect(list.first?.hasSuffix("kl. 21.30 larm") == true)
    #expect(list.last?.hasSuffix("kl. 22.30 bevakad") == true)
  }

  @Test("Who tells who is on duty, and who has which case")
  func who() async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.silentCleo()
    let reference = opened.id.reference
    #expect(
      try await harness.say("vem") == "I jour: Olga, Omar.\n\(reference): ingen har tagit det")
    try await harness.say(try await harness.pageCode(of: Cast.olga))
    #expect(try await harness.say("vem?") == "I jour: Olga, Omar.\n\(reference): Olga")
  }

  @Test("The card goes to the claimant with a code alone, and the look is logged")
  func card() async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.silentCleo()
    let order = "kort \(opened.id.reference) \(EngineHarness.olgasCode)"
    #expect(try await harness.say(order).hasPrefix("Du har inte larm"))
    try await harness.say(try await harness.pageCode(of: Cast.olga))
    let card = try await harness.say(order)
    for part in ["NÅS INTE", "Cleo", "070-174 06 07", "kl. 21.30", "Folkets hus"] {
      #expect(card.contains(part))
    }
    let looks = try await harness.log().filter { $0.kind == "case.card-sent" }
    #expect(looks.map(\.actor) == [.operator(Cast.olga)])
    #expect(looks.first?.person == Cast.cleo)
  }

  @Test("Where the tenant has not allowed it, no card leaves")
  func noCard() async throws {
    let harness = try await EngineHarness.staffed(sendsCards: false)
    _ = try await harness.takenCase()
    let answer = try await harness.say("kort \(EngineHarness.olgasCode)")
    #expect(answer.hasPrefix("KORT i sms är avstängt här."))
  }

  @Test("Who has no code of their own gets no card")
  func cardWithoutCode() async throws {
    let harness = try await EngineHarness.staffed()
    try await harness.text("hjälp", from: Cast.adasNumber)
    try await harness.say(try await harness.pageCode(of: Cast.omar), from: Cast.omarsNumber)
    let answer = try await harness.say("kort", from: Cast.omarsNumber)
    #expect(answer.hasPrefix("KORT kräver en egen kod"))
  }

  @Test("More time on a case beside a watch moves the watch, and the case stays")
  func besideWatch() async throws {
    let harness = try await EngineHarness.staffed()
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    try await harness.pass(minutes: 20)
    try await harness.text("ring", from: Cast.cleosNumber)
    let opened = try #require(try await harness.openCases().first)
    #expect(opened.kind == .callback)
    try await harness.say(try await harness.pageCode(of: Cast.olga))
    let moved = try await harness.say("+30 \(EngineHarness.olgasCode)")
    #expect(moved.hasPrefix("Ny sluttid kl. 22.00."))
    #expect(try await harness.state(of: opened.id).isOpen)
    let closed = try await harness.say("klart trygg telefon \(EngineHarness.olgasCode)")
    #expect(closed.hasSuffix("Bevakningen till kl. 22.00 pågår."))
    #expect(try await harness.liveWatch(of: Cast.cleo)?.phase == .armed)
  }
}
