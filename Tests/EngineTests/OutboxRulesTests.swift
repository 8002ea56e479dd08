import CheckinFlows
import TestSupport
import Testing

@testable import GatewayEngine

@Suite("Rules of the outbox")
struct OutboxRulesTests {
  private let now = ManualClock.evening

  @Test(
    "Only a refusal that another provider could turn fails over",
    arguments: RefusalKind.allCases)
  func failOver(kind: RefusalKind) {
    let decision = RefusalDecision.after(kind, tries: 2, nextProvider: "second", at: now)
    switch kind {
    case .invalidNumber, .optedOut, .notDialable: #expect(decision == .final)
    case .tryLater, .noCredit, .credentials, .configuration, .countryClosed, .other:
      #expect(decision == .next(provider: "second"))
    }
  }

  @Test("A single provider is asked again a few times, with longer pauses, and no more")
  func patience() {
    let pauses = (1...5).map { tries -> Int? in
      let decision = RefusalDecision.after(.tryLater, tries: tries, nextProvider: nil, at: now)
      guard case .again(let at) = decision else { return nil }
      return at.seconds(since: now)
    }
    #expect(pauses == [1, 2, 4, nil, nil])
  }

  @Test("A brake lets a second's worth through, and then as many as the rate allows")
  func brake() {
    var brake = Brake(BrakeLimits(mostPerSecond: 2))
    let atOnce = (1...3).map { _ in brake.take(at: now) }
    #expect(atOnce == [true, true, false])
    let later = Instant(milliseconds: now.milliseconds + 500)
    let nextRoom = brake.nextRoom(at: now)
    #expect(nextRoom == later)
    let afterThat = (1...2).map { _ in brake.take(at: later) }
    #expect(afterThat == [true, false])
  }

  @Test("A brake on requests under way opens when one of them ends")
  func inFlight() {
    var brake = Brake(BrakeLimits(mostInFlight: 1))
    let first = (1...2).map { _ in brake.take(at: now) }
    brake.giveBack()
    let second = (1...2).map { _ in brake.take(at: now) }
    #expect(first == [true, false])
    #expect(second == [true, false])
  }

  @Test("A provider that fails three times in a row rests while another one can serve")
  func rest() throws {
    let pool = ProviderPool([ScriptedProvider("a"), ScriptedProvider("b")])
    #expect(pool.note(.unknown, of: "a", at: now) == nil)
    #expect(pool.note(.unknown, of: "a", at: now) == nil)
    #expect(pool.preferred(at: now)?.name == "a")
    #expect(pool.note(.unknown, of: "a", at: now) == .unreachable)
    #expect(pool.preferred(at: now)?.name == "b")
    #expect(pool.preferred(at: now.adding(seconds: 30))?.name == "a")
    _ = pool.note(.accepted(providerID: "1"), of: "a", at: now)
    #expect(pool.preferred(at: now)?.name == "a")
  }

  @Test("When every provider rests the first is tried all the same")
  func allRest() {
    let pool = ProviderPool([ScriptedProvider("a"), ScriptedProvider("b")])
    for name in ["a", "b"] { _ = pool.note(.refused(.noCredit), of: name, at: now) }
    #expect(pool.preferred(at: now)?.name == "a")
  }

  @Test("Page codes are three digits, never an emergency number, and never another open page's")
  func pageCodes() throws {
    let settings = TextSettings(
      serviceName: "Test", phoneNumber: Cast.ourNumber, zone: TenantZone.stockholm.timeZone)
    let runner = FlowRunner(
      .init(texts: settings, diallingRule: DiallingRule()), random: SeededRandom(),
      metrics: EngineMetrics())
    var taken = Set<String>()
    for _ in 1...898 { taken.insert(runner.drawPageCode(besides: taken)) }
    #expect(taken.count == 898)
    #expect(taken.isSubset(of: Set((100...999).map(String.init))))
    #expect(!taken.contains("112"))
  }
}
