import CheckinFlows
import TestSupport
import Testing

@Suite struct ExtensionTests {
  @Test func `more time one second before the end means no call at the end`() async throws {
    try await Stage.run { stage in
      try await stage.ada.texts("21.30 möte Folkets hus")
      try await stage.advance(to: "21:29:59")
      try await stage.ada.texts("+30")
      #expect(stage.ada.lastText == Words.extended("kl. 22.00"))
      #expect(try await stage.isSilent(until: "21:49"))
      try await stage.advance(to: "21:51")
      #expect(stage.ada.lastText == Words.reminder("kl. 22.00"))
      #expect(stage.ada.calls == [])
    }
  }

  @Test func `more time one second after the end, while we ring, moves the end from now`()
    async throws
  {
    try await Stage.run { stage in
      stage.ada.letsItRing()
      try await stage.ada.texts("21.30 möte Folkets hus")
      try await stage.advance(to: "21:30:01")
      #expect(stage.ada.callsGot.count == 1)
      try await stage.ada.texts("+30")
      #expect(stage.ada.lastText == Words.extended("kl. 22.00"))
      try await stage.advance(to: "21:45")
      #expect(stage.ada.callsGot.count == 1)
      #expect(try await stage.state(of: Cast.ada) == "armed")
      try await stage.advance(to: "22:00:02")
      #expect(stage.ada.callsGot.count == 2)
    }
  }

  @Test func `key 2 in our call gives half an hour, and the new time is read back`() async throws {
    try await Stage.run { stage in
      stage.ada.answers(pressing: "2")
      try await stage.ada.texts("21.30 möte Folkets hus")
      try await stage.advance(to: "21:35")
      #expect(stage.ada.heard.contains("Ny sluttid, klockan tjugotvå"))
      #expect(stage.ada.lastText == Words.extended("kl. 22.00"))
      #expect(try await stage.state(of: Cast.ada) == "armed")
      #expect(try await stage.cases() == [])
    }
  }

  @Test func `a new time past midnight is read back with its day`() async throws {
    try await Stage.run { stage in
      try await stage.ada.texts("23.50 hemresa")
      try await stage.advance(to: "23:45")
      try await stage.ada.texts("+30")
      #expect(stage.ada.lastText == Words.extended("fre 13 mar kl. 00.20"))
    }
  }
}
