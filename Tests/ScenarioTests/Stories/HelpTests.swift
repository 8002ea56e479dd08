import CheckinFlows
import TestSupport
import Testing

@Suite struct HelpTests {
  @Test func `HJÄLP pages everybody at once and skips the calls`() async throws {
    try await Stage.run { stage in
      try await stage.ada.texts("21.30 möte Folkets hus")
      try await stage.advance(to: "20:30")
      try await stage.ada.texts("Hjälp jag är i garaget")
      #expect(stage.ada.lastText == Words.help("kl. 20.30"))
      for one in [stage.olga, stage.omar] {
        #expect(one.lastText.contains("HJÄLP kl. 20.30"))
        #expect(one.callsGot.count == 1)
      }
      #expect(try await stage.liveKinds() == [.sos])
      try await stage.advance(to: "21:40")
      #expect(stage.ada.callsGot == [])
    }
  }

  @Test func `HJÄLP without a watch, and from a stranger, is a case all the same`() async throws {
    try await Stage.run { stage in
      try await stage.stranger.texts("hjälp")
      #expect(try await stage.liveKinds() == [.sos])
      #expect(stage.olga.hasRead.count == 1 && stage.omar.hasRead.count == 1)
    }
  }

  @Test func `TYST is answered by nothing at all, and nothing starts towards the phone`()
    async throws
  {
    try await Stage.run { stage in
      try await stage.ada.texts("21.30 möte Folkets hus")
      try await stage.advance(to: "20:30")
      let before = stage.ada.hasRead
      try await stage.ada.texts("tyst")
      try await stage.advance(to: "22:00")
      #expect(stage.ada.hasRead == before)
      #expect(stage.ada.callsGot == [])
      #expect(try await stage.liveKinds() == [.silentSOS])
      #expect(stage.olga.hasRead.first?.contains("RING INTE") == true)
    }
  }

  @Test func `TYST after HJÄLP makes the open case silent`() async throws {
    try await Stage.run { stage in
      try await stage.ada.texts("21.30 möte Folkets hus")
      try await stage.ada.texts("hjälp")
      try await stage.ada.texts("tyst")
      let before = stage.ada.hasRead
      #expect(try await stage.liveKinds() == [.silentSOS])
      try await stage.advance(to: "22:00")
      #expect(stage.ada.hasRead == before)
      #expect(stage.olga.lastText.contains("RING INTE"))
    }
  }

  @Test func `danger words page at once, and the calls still come at the end`() async throws {
    try await Stage.run { stage in
      stage.ada.letsItRing()
      try await stage.ada.texts("21.30 möte Folkets hus")
      try await stage.advance(to: "20:30")
      try await stage.ada.texts("jag blir förföljd")
      #expect(try await stage.liveKinds() == [.dangerWords])
      #expect(stage.olga.lastText.contains("OROANDE SMS kl. 20.30"))
      #expect(stage.omar.lastText.contains("OROANDE SMS kl. 20.30"))
      try await stage.advance(to: "21:31")
      #expect(stage.ada.callsGot.count == 1)
    }
  }

  @Test func `key 9 stores case and pages before the first word is spoken`() async throws {
    try await Stage.run { stage in
      stage.ada.answers(pressing: "9")
      try await stage.ada.texts("21.30 möte Folkets hus")
      try await stage.advance(to: "21:31")
      #expect(try await stage.liveKinds() == [.sos])
      #expect(stage.ada.heard.contains("Larmet är mottaget"))
      #expect(stage.olga.lastText.contains("HJÄLP"))
      try await stage.advance(to: "22:00")
      #expect(stage.ada.callsGot.count == 1)
    }
  }
}
