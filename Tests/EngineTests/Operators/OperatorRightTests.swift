import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

@Suite("Whose order counts")
struct OperatorRightTests {
  @Test("Without the own code nothing is closed")
  func codeMissing() async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.takenCase()
    let answer = try await harness.say("ok \(opened.id.reference)")
    #expect(answer.contains("din egen kod saknas"))
    #expect(try await harness.state(of: opened.id).isOpen)
  }

  @Test("Three wrong codes within an hour block the code for an hour, and the others are told")
  func blocked() async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.takenCase()
    let reference = opened.id.reference
    let first = try await harness.say("ok \(reference) 1111")
    let second = try await harness.say("kort \(reference) 2222")
    #expect(first == second)
    #expect(first.hasPrefix("Inget ändrades. Koden stämde inte"))
    #expect(await harness.provider.texts(to: Cast.omarsNumber).isEmpty)

    let third = try await harness.say("klart \(reference) okänt 3333")
    #expect(third.hasPrefix("Din kod är spärrad i sms till kl. 22.35."))
    let told = await harness.provider.texts(to: Cast.omarsNumber)
    #expect(told.count == 1)
    #expect(told.first?.hasPrefix("Fel kod tre gånger") == true)
    #expect(await harness.provider.texts(to: EngineHarness.ottosNumber) == told)

    let right = "ok \(reference) \(EngineHarness.olgasCode)"
    #expect(try await harness.say(right).hasPrefix("Din kod är spärrad"))
    #expect(try await harness.state(of: opened.id).isOpen)
    #expect(try await harness.say("not \(reference) spärrad").hasPrefix("Noterat"))
    try await harness.pass(minutes: 60)
    #expect(try await harness.say(right).hasSuffix("är avslutat: trygg."))
  }

  @Test("A right code between the wrong ones forgives them")
  func forgiven() async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.takenCase()
    let reference = opened.id.reference
    for code in ["1111", "2222", EngineHarness.olgasCode, "3333"] {
      try await harness.say("kort \(reference) \(code)")
    }
    #expect(
      try await harness.say("ok \(reference) \(EngineHarness.olgasCode)").hasSuffix("trygg."))
  }

  @Test("A reference alone does not claim: the answer holds the code that does")
  func takeFirst() async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.silentCleo()
    let reference = opened.id.reference
    let answer = try await harness.say("not \(reference) hej", from: Cast.omarsNumber)
    #expect(answer.hasPrefix("Du har inte larm \(reference). Svara "))
    #expect(try await harness.state(of: opened.id).responsibility == .unclaimed)
    #expect(try await harness.say("ok \(reference)", from: Cast.omarsNumber) == answer)

    let code = try await harness.pageCode(of: Cast.omar)
    #expect(answer.contains(code))
    try await harness.say(code, from: Cast.omarsNumber)
    #expect(try await harness.isClaimed(opened.id, by: Cast.omar))
  }

  @Test("The own code works a case that nobody has claimed, and claims it")
  func ownCodeClaims() async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.silentCleo()
    try await harness.say("112 \(opened.id.reference) 21.35 utan \(EngineHarness.olgasCode)")
    #expect(try await harness.state(of: opened.id).phase == .policeAlerted)
    #expect(try await harness.isClaimed(opened.id, by: Cast.olga))
  }

  @Test("Who has no code of their own works what they have claimed")
  func withoutOwnCode() async throws {
    let harness = try await EngineHarness.staffed()
    try await harness.text("hjälp", from: Cast.adasNumber)
    let opened = try #require(try await harness.openCases().first)
    let omar = Cast.omarsNumber
    try await harness.say(try await harness.pageCode(of: Cast.omar), from: omar)
    try await harness.say("112 \(opened.id.reference) 20.10 K 123456", from: omar)
    #expect(try await harness.state(of: opened.id).police?.reference == .given("K 123456"))
    let closed = try await harness.say("klart \(opened.id.reference) skarpt", from: omar)
    #expect(closed.hasSuffix("är avslutat: skarpt."))
  }

  @Test("An operator who is watched writes a person's OK, and no case hears of it")
  func operatorAsPerson() async throws {
    let harness = try await EngineHarness.staffed()
    try await harness.store.write { transaction in
      let id = try transaction.newPersonID()
      try transaction.save(
        PersonRow(id: id, tenant: .first, name: "Olga", createdAt: ManualClock.evening))
      try transaction.save(
        PersonNumberRow(person: id, number: Cast.olgasNumber, position: 0))
    }
    #expect(try await harness.say("22.30 jour").contains("Du är bevakad till kl. 22.30"))
    let opened = try await harness.silentCleo()
    try await harness.say(try await harness.pageCode(of: Cast.olga))
    #expect(try await harness.say("ok").contains("Bevakningen är avslutad"))
    #expect(try await harness.isClaimed(opened.id, by: Cast.olga))
    let order = "ok \(opened.id.reference) \(EngineHarness.olgasCode)"
    #expect(try await harness.say(order).hasSuffix("trygg."))
    // Said again, it must not be read as an OK of her own.
    #expect(try await harness.say(order).contains("avslutades"))
  }

  @Test("112 alone from an operator without a case is a cry for help")
  func cry() async throws {
    let harness = try await EngineHarness.staffed()
    try await harness.say("112", from: Cast.omarsNumber)
    #expect(try await harness.openCases().map(\.kind) == [.sos])
  }
}
