import CheckinFlows
import TestSupport
import Testing

@Suite struct WebhookTests {
  @Test(arguments: ["sms", "voice", "ivr?ref=a", "hangup?ref=a", "dlr?ref=a"])
  func `a wrong secret is answered 403 with nothing, and changes nothing`(webhook: String)
    async throws
  {
    try await Stage.run { stage async throws in
      let log = try await stage.logKinds()
      let answer = try await stage.posts(
        stage.textFields("hjälp"), to: webhook, secret: "not-the-secret")
      #expect(answer.status == 403)
      #expect(answer.body == "")
      #expect(try await stage.cases() == [])
      #expect(try await stage.logKinds() == log)
    }
  }

  @Test(arguments: ["sms", "hangup?ref=a", "dlr?ref=a"])
  func `JSON where a form is due is answered 400`(webhook: String) async throws {
    try await Stage.run { stage async throws in
      let answer = try await stage.posts(
        body: Array(#"{"from":"+46701740605","message":"hjälp"}"#.utf8), type: "application/json",
        to: webhook)
      #expect(answer.status == 400)
      #expect(try await stage.cases() == [])
    }
  }

  @Test func `more than 64 KiB is answered 413`() async throws {
    try await Stage.run { stage async throws in
      let long = String(repeating: "a", count: 65 * 1024)
      #expect(try await stage.posts(stage.textFields(long), to: "sms").status == 413)
    }
  }

  @Test func `unknown references are kept as orphans: 204 for events, words for a call`()
    async throws
  {
    try await Stage.run { stage async throws in
      let id = ("id", "d0123456789"), ref = "0123456789abcdef0123456789abcdef"
      let report = try await stage.posts([id, ("status", "delivered")], to: "dlr?ref=\(ref)")
      #expect(report.status == 204)
      let end = try await stage.posts([id, ("state", "success")], to: "hangup?ref=\(ref)")
      #expect(end.status == 204)
      let turn = try await stage.posts(
        [("callid", "c0123456789"), ("direction", "outgoing"), ("result", "1")],
        to: "ivr?ref=\(ref)&turn=3")
      #expect(turn.status == 200)
      #expect(turn.type.contains("json"))
      #expect(turn.body.contains("/audio/sv/") || turn.body.contains("hangup"))
      #expect(try await stage.watches() == [])
    }
  }

  @Test func `the same text twice changes nothing the second time`() async throws {
    try await Stage.run { stage async throws in
      let fields = stage.textFields("21.30 möte Folkets hus")
      #expect(try await stage.posts(fields, to: "sms").status == 204)
      let log = try await stage.logKinds()
      #expect(try await stage.posts(fields, to: "sms").status == 204)
      #expect(try await stage.logKinds() == log)
      #expect(stage.ada.hasRead == [Words.started("kl. 21.30")])
    }
  }

  @Test func `an empty text starts, closes and breaks nothing`() async throws {
    try await Stage.run { stage async throws in
      #expect(try await stage.posts(stage.textFields(""), to: "sms").status == 204)
      try await stage.ada.texts("21.30 möte")
      try await stage.advance(to: "20:30")
      #expect(try await stage.posts(stage.textFields("", id: "s2"), to: "sms").status == 204)
      #expect(try await stage.state(of: Cast.ada) == "armed")
    }
  }

  @Test func `a text of 2,000 characters is kept whole as the note`() async throws {
    try await Stage.run { stage async throws in
      let words = String(repeating: "åäö ", count: 497) + "slut"
      let answer = try await stage.posts(stage.textFields("21.30 " + words), to: "sms")
      #expect(answer.status == 204)
      let watch = try await stage.watch(of: Cast.ada)
      #expect(watch?.note.hasSuffix("åäö slut") == true)
      #expect(stage.ada.hasRead == [Words.started("kl. 21.30")])
    }
  }

  @Test func `broken UTF-8 is taken as far as it can be read`() async throws {
    try await Stage.run { stage async throws in
      let form =
        "id=s77&direction=incoming&from=%2B46701740605&to=%2B46701740699&message=hj%E4lp%FF"
      let answer = try await stage.posts(
        body: Array(form.utf8), type: "application/x-www-form-urlencoded", to: "sms")
      #expect(answer.status == 204)
      #expect(stage.ada.hasRead.count == 1)
    }
  }

  @Test func `letters taken apart by the telephone read like whole ones`() async throws {
    try await Stage.run { stage async throws in
      try await stage.ada.texts("21.30 möte")
      try await stage.ada.texts("hja\u{308}lp")
      #expect(try await stage.liveKinds() == [.sos])
    }
  }

  @Test func `a stranger and a sender with a name get one answer at most`() async throws {
    try await Stage.run { stage async throws in
      try await stage.stranger.texts("21.30 möte")
      #expect(stage.stranger.hasRead == [Words.stranger])
      try await stage.stranger.texts("hallå?")
      #expect(stage.stranger.hasRead == [Words.stranger])
      let named = stage.textFields("21.30 möte", from: "Region VGR", id: "s9")
      #expect(try await stage.posts(named, to: "sms").status == 204)
      #expect(try await stage.watches() == [])
    }
  }

  @Test func `a cry for help from a sender with a name is a case`() async throws {
    try await Stage.run { stage async throws in
      let fields = stage.textFields("hjälp", from: "Okand", id: "s9")
      #expect(try await stage.posts(fields, to: "sms").status == 204)
      #expect(try await stage.liveKinds() == [.sos])
    }
  }
}
