import CheckinFlows
import TestSupport
import Testing

@Suite struct SilenceTests {
  @Test func `Cleo never answers, and the second operator takes the case on the keypad`()
    async throws
  {
    try await Stage.run { stage in
      stage.cleo.letsItRing()
      stage.olga.letsItRing()
      stage.omar.answers(pressing: "4")
      try await stage.cleo.texts("21.30 möte Folkets hus")
      try await stage.advance(to: "21:32:59")
      #expect(stage.cleo.callsGot.count == 1)
      #expect(stage.cleo.lastText == Words.due("kl. 21.30"))
      try await stage.advance(to: "21:33:01")
      #expect(stage.cleo.callsGot.count == 2)
      #expect(stage.cleo.lastText == Words.missed)
      #expect(stage.olga.hasRead == [])
      try await stage.advance(to: "21:34")
      #expect(try await stage.liveKinds() == [.notReached])
      #expect(stage.olga.lastText.contains("ingen återkoppling sedan kl. 21.30"))
      #expect(stage.omar.hasRead == [])
      try await stage.advance(to: "21:36")
      #expect(stage.omar.heard.contains("Larm från Trygghetstjänsten"))
      #expect(stage.omar.heard.contains("Du har larmet"))
      let claims = try await stage.cases().map(\.isClaimed)
      #expect(claims == [true])
      #expect(try await stage.state(of: Cast.cleo) == "awaitingOperator")
      #expect(stage.cleo.callsGot.count == 2)
    }
  }

  @Test func `a voicemail that listens to the end twice is no answer`() async throws {
    try await Stage.run { stage in
      stage.cleo.hasVoicemail()
      try await stage.cleo.texts("21.30 möte Folkets hus")
      try await stage.advance(to: "21:45")
      #expect(stage.cleo.callsGot.count == 2)
      #expect(stage.cleo.callsGot.allSatisfy { $0.heard.first == Words.checkCall })
      #expect(try await stage.liveKinds() == [.notReached])
      #expect(stage.olga.hasRead.count >= 1)
    }
  }

  @Test func `busy the first time, answered the second`() async throws {
    try await Stage.run { stage in
      stage.cleo.isBusy()
      try await stage.cleo.texts("21.30 möte Folkets hus")
      try await stage.advance(to: "21:31")
      #expect(stage.cleo.callsGot.map(\.state) == ["busy"])
      stage.cleo.answers(pressing: "1")
      try await stage.advance(to: "21:34")
      #expect(stage.cleo.callsGot.map(\.state) == ["busy", "completed"])
      #expect(stage.cleo.lastText == Words.closed("kl. 21.33"))
      #expect(try await stage.isSilent(until: "22:00"))
      #expect(try await stage.cases() == [])
    }
  }

  @Test func `a voice without a key is no answer`() async throws {
    try await Stage.run { stage in
      stage.cleo.answers()
      try await stage.cleo.texts("21.30 möte Folkets hus")
      try await stage.advance(to: "21:40")
      #expect(stage.cleo.callsGot.count == 2)
      #expect(try await stage.liveKinds() == [.notReached])
    }
  }

  @Test func `a telephone that is off delays nothing`() async throws {
    try await Stage.run { stage in
      try await stage.cleo.texts("21.30 möte Folkets hus")
      stage.cleo.isSwitchedOff()
      try await stage.advance(to: "21:36")
      let kinds = try await stage.liveKinds()
      #expect(kinds.contains(.notReached))
    }
  }
}

extension Case {
  var isClaimed: Bool {
    switch responsibility {
    case .claimed: true
    case .unclaimed: false
    }
  }
}
