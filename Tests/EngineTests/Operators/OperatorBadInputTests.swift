import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

@Suite("What an operator gets who is too late, or wrong")
struct OperatorBadInputTests {
  @Test("Who claims twice has it still, and longer")
  func twice() async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.silentCleo()
    let code = try await harness.pageCode(of: Cast.olga)
    try await harness.say(code)
    try await harness.pass(minutes: 4)
    let again = try await harness.say("ta \(code)")
    #expect(again.hasPrefix("Du har larm \(opened.id.reference) sedan kl. 21.35."))
    await harness.provider.forget()
    try await harness.pass(minutes: 4)
    #expect(await harness.provider.posted.isEmpty)
    #expect(try await harness.isClaimed(opened.id, by: Cast.olga))
  }

  @Test("Who claims too late hears who has it, and since when")
  func tooLate() async throws {
    let harness = try await EngineHarness.staffed()
    try await harness.text("hjälp", from: Cast.adasNumber)
    let opened = try #require(try await harness.openCases().first)
    try await harness.say(try await harness.pageCode(of: Cast.olga))
    let late = try await harness.say(
      try await harness.pageCode(of: Cast.omar), from: Cast.omarsNumber)
    #expect(
      late == "Larm \(opened.id.reference) togs kl. 20.10 av Olga. Du behöver inte göra något.")
    #expect(try await harness.isClaimed(opened.id, by: Cast.olga))
    let work = try await harness.say("ring \(opened.id.reference)", from: Cast.omarsNumber)
    #expect(work == late)
  }

  @Test("A wrong code takes nothing, and says where the right one is")
  func wrongCode() async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.silentCleo()
    let code = try await harness.pageCode(of: Cast.olga)
    let wrong = code == "483" ? "484" : "483"
    #expect(try await harness.say(wrong).hasPrefix("Inget öppet larm hos dig har den koden."))
    #expect(try await harness.state(of: opened.id).responsibility == .unclaimed)
    #expect(try await harness.say(code).hasPrefix("Du har larm"))
  }

  @Test("The code of a closed case takes nothing, and its reference says when it ended")
  func closedCase() async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.silentCleo()
    let code = try await harness.pageCode(of: Cast.olga)
    try await harness.say(code)
    try await harness.say("ok \(opened.id.reference) \(EngineHarness.olgasCode)")
    #expect(try await harness.say(code).hasPrefix("Inget öppet larm"))
    #expect(
      try await harness.say("ring \(opened.id.reference)")
        == "Larm \(opened.id.reference) avslutades kl. 21.35. Du behöver inte göra något.")
  }

  @Test("An order for a case that is not there never goes to the one that is")
  func unknownReference() async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.takenCase()
    #expect(try await harness.say("släpp L99999").hasPrefix("L99999 är inget öppet larm."))
    #expect(try await harness.say("ring l99999").hasPrefix("L99999 är inget öppet larm."))
    #expect(try await harness.isClaimed(opened.id, by: Cast.olga))
    #expect(await harness.provider.calls(to: Cast.olgasNumber).isEmpty)
  }

  @Test("With two cases an order without a reference is asked about, and does nothing")
  func whichOne() async throws {
    let harness = try await EngineHarness.staffed()
    let first = try await harness.takenCase()
    let second = try await harness.openCase(.callback, callback: Cast.strangersNumber)
    let pages = try await harness.store.read { try $0.openPages(of: Cast.olga) }
    let page = try #require(pages.first { $0.caseID == second })
    try await harness.say(page.code)
    let asked = try await harness.say("släpp")
    #expect(asked.contains("Skriv vilket"))
    #expect(asked.contains(first.id.reference) && asked.contains(second.reference))
    #expect(try await harness.isClaimed(first.id, by: Cast.olga))
    #expect(try await harness.isClaimed(second, by: Cast.olga))
  }

  @Test("An order without any case says how to take one")
  func nothingTaken() async throws {
    let harness = try await EngineHarness.staffed()
    #expect(try await harness.say("släpp").hasPrefix("Du har inget larm."))
  }

  @Test(
    "Half an order is answered with how it is written",
    arguments: [
      ("klart 8642", "KLART L12 TRYGG"), ("112 utan 8642", "112 L12 21.47"), ("not", "NOT L12"),
      ("ok men inte 8642", "OK L12"), ("jour kanske", "JOUR PÅ"),
    ])
  func malformed(text: String, hint: String) async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.takenCase()
    let answer = try await harness.say(text)
    #expect(answer.hasPrefix("Inget ändrades. Skriv: \(hint)"))
    #expect(try await harness.state(of: opened.id).phase == .open)
  }

  @Test("An officer may look, and may not claim")
  func officer() async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.silentCleo()
    let otto = EngineHarness.ottosNumber
    for order in ["482", "ring \(opened.id.reference)", "ok \(opened.id.reference) 8642"] {
      #expect(try await harness.say(order, from: otto).hasPrefix("Bara operatörer"))
    }
    #expect(try await harness.say("vem", from: otto).hasPrefix("I jour: Olga, Omar."))
    #expect(try await harness.state(of: opened.id).responsibility == .unclaimed)
  }

  @Test("The same text twice from the provider is done and answered once")
  func exactlyOnce() async throws {
    let harness = try await EngineHarness.staffed()
    _ = try await harness.takenCase()
    await harness.provider.forget()
    for _ in 1...2 { try await harness.text("not sedd", from: Cast.olgasNumber, id: "same") }
    #expect(await harness.provider.texts(to: Cast.olgasNumber).count == 1)
    #expect(try await harness.log().count { $0.kind == "case.note" } == 1)
  }
}
