import CheckinFlows
import TestSupport
import Testing

@Suite struct LateOKTests {
  @Test(arguments: ["21:30:10", "21:31:30", "21:33:05", "21:33:20"])
  func `an OK before a case is open closes, and no new call or text is begun`(moment: String)
    async throws
  {
    try await Stage.run { stage in
      stage.cleo.letsItRing()
      try await stage.cleo.texts("21.30 möte")
      try await stage.advance(to: moment)
      let (calls, texts) = (stage.cleo.callsGot.count, stage.cleo.hasRead.count)
      try await stage.cleo.texts("ok")
      #expect(
        stage.cleo.lastText == Words.closed("kl. \(moment.prefix(5).replacing(":", with: "."))"))
      try await stage.advance(to: "22:30")
      #expect(stage.cleo.callsGot.count == calls)
      #expect(stage.cleo.hasRead.count == texts + 1)
      #expect(try await stage.cases() == [])
      #expect(stage.olga.hasRead == [])
    }
  }

  @Test func `an OK while a case holds the watch is shown, not obeyed`() async throws {
    try await Stage.run { stage in
      stage.cleo.letsItRing()
      stage.olga.letsItRing()
      try await stage.cleo.texts("21.30 möte")
      try await stage.advance(to: "21:35")
      #expect(try await stage.liveKinds() == [.notReached])
      try await stage.cleo.texts("ok")
      #expect(stage.cleo.lastText == Words.closedLate("kl. 21.35"))
      #expect(try await stage.state(of: Cast.cleo) == "awaitingOperator")
      let row = try #require(try await stage.cases().first)
      #expect(row.signOfLife?.withCode == false)
      #expect(row.phase.name == "open")
    }
  }

  @Test func `a key 1 while a case holds the watch is a sign of life, not an ending`()
    async throws
  {
    try await Stage.run { stage in
      stage.cleo.letsItRing()
      try await stage.cleo.texts("21.30 möte")
      try await stage.advance(to: "21:36")
      try await stage.cleo.rings(pressing: "1")
      try await stage.advance(minutes: 1)
      #expect(stage.cleo.heard.contains("Larmet har gått vidare"))
      #expect(try await stage.cases().first?.signOfLife != nil)
      #expect(try await stage.state(of: Cast.cleo) == "awaitingOperator")
    }
  }
}
