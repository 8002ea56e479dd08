import CheckinFlows
import TestSupport
import Testing

@Suite struct PagingTests {
  static let outside = Cast.number(60)

  @Test func `with nobody on duty the case is there, and the outside path is used`() async throws {
    try await Stage.run(
      ["GATEWAYD_PAGE_OUTSIDE": Self.outside.e164], nobodyOnDuty: true
    ) { stage in
      stage.cleo.letsItRing()
      try await stage.cleo.texts("21.30 möte")
      try await stage.advance(to: "21:45")
      let kinds = try await stage.liveKinds()
      #expect(kinds.contains(.notReached))
      #expect(kinds.contains(.fault))
      let outside = stage.participant(Self.outside)
      #expect(outside.hasRead.count + outside.callsGot.count > 0)
    }
  }

  @Test func `silent operators are rung again and again, and the outside path joins them`()
    async throws
  {
    try await Stage.run(["GATEWAYD_PAGE_OUTSIDE": Self.outside.e164]) { stage in
      for one in [stage.cleo, stage.olga, stage.omar] { one.letsItRing() }
      try await stage.cleo.texts("21.30 möte")
      try await stage.advance(to: "21:34")
      let outside = stage.participant(Self.outside)
      #expect(outside.hasRead.count + outside.callsGot.count == 0)
      try await stage.advance(to: "21:55")
      #expect(stage.olga.callsGot.count >= 10)
      #expect(stage.omar.callsGot.count >= 10)
      #expect(stage.olga.hasRead.count >= 4)
      #expect(outside.hasRead.count + outside.callsGot.count > 0)
      #expect(stage.cleo.callsGot.count == 2)
    }
  }

  @Test func `a claim without an action runs out, and the paging begins anew`() async throws {
    try await Stage.run { stage in
      stage.cleo.letsItRing()
      stage.olga.answers(pressing: "4")
      stage.omar.letsItRing()
      try await stage.cleo.texts("21.30 möte")
      try await stage.advance(to: "21:35")
      #expect(try await stage.cases().first?.isClaimed == true)
      stage.olga.letsItRing()
      let calls = stage.olga.callsGot.count
      #expect(try await stage.isSilent(until: "21:38"))
      try await stage.advance(to: "21:42")
      #expect(try await stage.cases().first?.isClaimed == false)
      #expect(stage.olga.callsGot.count > calls || stage.omar.callsGot.count > 0)
    }
  }

  @Test func `an operator who passes the page on hears nothing more until the others have`()
    async throws
  {
    try await Stage.run { stage in
      stage.cleo.letsItRing()
      stage.olga.answers(pressing: "5")
      stage.omar.answers(pressing: "4")
      try await stage.cleo.texts("21.30 möte")
      try await stage.advance(to: "21:36")
      #expect(stage.olga.callsGot.count == 1)
      #expect(stage.omar.callsGot.count == 1)
      #expect(try await stage.cases().first?.isClaimed == true)
    }
  }

  @Test func `a page call that reaches a voicemail claims nothing`() async throws {
    try await Stage.run { stage in
      stage.cleo.letsItRing()
      stage.olga.hasVoicemail()
      stage.omar.hasVoicemail()
      try await stage.cleo.texts("21.30 möte")
      try await stage.advance(to: "21:45")
      #expect(try await stage.cases().first { $0.kind == .notReached }?.isClaimed == false)
      #expect(stage.omar.callsGot.count >= 2)
    }
  }

  @Test func `STOP during a watch is neither an ending nor a farewell`() async throws {
    try await Stage.run { stage in
      try await stage.ada.texts("21.30 möte Folkets hus")
      try await stage.advance(to: "20:40")
      try await stage.ada.texts("STOP")
      #expect(stage.ada.lastText == Words.stopKept("kl. 21.30"))
      #expect(try await stage.state(of: Cast.ada) == "armed")
      try await stage.advance(to: "21:21")
      #expect(stage.ada.lastText == Words.reminder("kl. 21.30"))
    }
  }

  @Test func `the pager way: a stranger rings, keys a number, and an operator is paged`()
    async throws
  {
    try await Stage.run { stage in
      stage.olga.letsItRing()
      try await stage.stranger.rings(pressing: "0701740651#")
      try await stage.advance(minutes: 2)
      #expect(try await stage.liveKinds() == [.callback])
      #expect(stage.olga.hasRead.first?.contains("ring upp") == true)
      let row = try await stage.cases().first
      #expect(row?.callbackNumber == Cast.number(51))
    }
  }

  @Test func `whoever rings and hangs up without a word is rung back`() async throws {
    try await Stage.run { stage in
      try await stage.stranger.rings(hangingUpAfter: 4)
      try await stage.advance(minutes: 1)
      let row = try #require(try await stage.cases().first)
      #expect(row.kind == .callback)
      #expect(row.callbackNumber == Cast.strangersNumber)
    }
  }

  @Test(arguments: ["ring", "0"])
  func `asking to be rung by text pages an operator and leaves the watch alone`(words: String)
    async throws
  {
    try await Stage.run { stage in
      try await stage.ada.texts("21.30 möte")
      try await stage.advance(to: "20:30")
      try await stage.ada.texts(words)
      #expect(try await stage.liveKinds() == [.callback])
      #expect(stage.ada.lastText.contains("En operatör ringer dig så snart det går"))
      #expect(try await stage.state(of: Cast.ada) == "armed")
      try await stage.ada.texts("ok")
      #expect(try await stage.state(of: Cast.ada) == "closed")
      #expect(try await stage.liveKinds() == [.callback])
    }
  }
}
