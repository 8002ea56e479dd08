import CheckinFlows
import TestSupport
import Testing

@Suite struct SafeEndingTests {
  @Test func `Ada texts OK and nobody is rung`() async throws {
    try await Stage.run { stage in
      try await stage.ada.texts("21.30 möte Folkets hus")
      #expect(stage.ada.hasRead == [Words.started("kl. 21.30")])
      try await stage.advance(to: "21:21")
      #expect(stage.ada.lastText == Words.reminder("kl. 21.30"))
      try await stage.ada.texts("ok")
      #expect(stage.ada.lastText == Words.closed("kl. 21.21"))
      #expect(try await stage.isSilent(until: "22:30"))
      #expect(try await stage.state(of: Cast.ada) == "closed")
      #expect(try await stage.cases() == [])
      #expect(stage.ada.calls == [])
    }
  }

  @Test func `Ada presses 1 in our call`() async throws {
    try await Stage.run { stage in
      stage.ada.answers(pressing: "1")
      try await stage.ada.texts("21.30 möte Folkets hus")
      try await stage.advance(to: "21:31")
      #expect(
        stage.ada.hasRead == [
          Words.started("kl. 21.30"), Words.reminder("kl. 21.30"), Words.due("kl. 21.30"),
          Words.closed("kl. 21.30"),
        ])
      let call = try #require(stage.ada.callsGot.first)
      #expect(call.heard == [Words.checkCall, Words.thanks])
      #expect(call.state == "completed")
      #expect(try await stage.isSilent(until: "22:30"))
      #expect(try await stage.state(of: Cast.ada) == "closed")
    }
  }

  @Test func `Ada rings and presses 1`() async throws {
    try await Stage.run { stage in
      try await stage.ada.texts("21.30 möte Folkets hus")
      try await stage.advance(to: "20:40")
      try await stage.ada.rings(pressing: "1")
      try await stage.advance(minutes: 2)
      #expect(stage.ada.calls.map(\.heard.last) == [Words.thanks])
      #expect(stage.ada.lastText == Words.closed("kl. 20.40"))
      #expect(try await stage.isSilent(until: "22:30"))
      #expect(try await stage.state(of: Cast.ada) == "closed")
    }
  }

  @Test func `an OK that comes right after our receipt must come twice`() async throws {
    try await Stage.run { stage in
      try await stage.ada.texts("21.30 möte Folkets hus")
      try await stage.ada.texts("ok")
      #expect(try await stage.state(of: Cast.ada) == "armed")
      #expect(stage.ada.lastText.contains("Svara OK en gång till"))
      try await stage.ada.texts("ok")
      #expect(try await stage.state(of: Cast.ada) == "closed")
    }
  }
}
