import CheckinFlows
import GatewayEngine
import GatewayHTTP
import TestSupport
import Testing

@Suite struct WebhookTests {
  @Test func `a text is answered 204 without a body once it is stored`() async throws {
    try await WebHarness.run { web in
      let answer = try await web.textHook("22.30 möte Folkets hus")
      #expect(answer.status == 204)
      #expect(answer.words == "")
      #expect(try await web.hasWatch(Cast.cleo))
    }
  }

  @Test func `the same text twice starts one watch and sends one receipt`() async throws {
    try await WebHarness.run { web in
      for _ in 1...2 {
        #expect(try await web.textHook("22.30 möte", id: "same").status == 204)
      }
      let pending = try await web.store.read { try $0.items(in: .pending, limit: 100) }
      #expect(pending.count == 1)
    }
  }

  @Test(arguments: ["s3cret-patH", "s3cret", "s3cret-path-and-more"])
  func `a wrong secret gets 403 without a word, and is counted`(secret: String) async throws {
    try await WebHarness.run { web in
      let answer = try await web.textHook("HJÄLP", secret: secret)
      #expect(answer.status == 403)
      #expect(answer.words == "")
      #expect(web.rejections("notAuthentic") == .number(1))
      #expect(try await web.openCaseCount() == 0)
    }
  }

  @Test(arguments: ["/hooks/46elks", "/hooks/46elks/", "/hooks/46elks/sms", "/hooks/other/x/sms"])
  func `an address that lacks a part takes nothing in`(path: String) async throws {
    try await WebHarness.run { web in
      let answer = try await web.send(
        .post, path, "id=s1&message=HJ", [("Content-Type", "application/x-www-form-urlencoded")])
      #expect([403, 404].contains(answer.status))
      #expect(answer.words == "")
    }
  }

  @Test func `a path that is none of ours is 404, and is counted`() async throws {
    try await WebHarness.run { web async throws in
      #expect(try await web.hook("fax", [("id", "s1")]).status == 404)
      #expect(web.rejections("unknownPath") == .number(1))
    }
  }

  @Test func `JSON where a form is due gets 400`() async throws {
    try await WebHarness.run { web in
      let answer = try await web.send(
        .post, "/hooks/46elks/\(WebHarness.secret)/sms", #"{"message": "HJÄLP"}"#,
        [("Content-Type", "application/json")])
      #expect(answer.status == 400)
      #expect(answer.words == "")
      #expect(web.rejections("malformed") == .number(1))
    }
  }

  @Test func `64 KiB are read, and one byte more is refused with 413`() async throws {
    try await WebHarness.run { web async throws in
      let start = "direction=incoming&id=s1&from=%2B46701740607&message=HJALP&padding="
      func post(_ size: Int) async throws -> Int {
        let body = start + String(repeating: "a", count: size - start.utf8.count)
        let path = "/hooks/46elks/\(WebHarness.secret)/sms"
        let type = (name: "Content-Type", value: "application/x-www-form-urlencoded")
        return try await web.send(.post, path, body, [type]).status
      }
      #expect(try await post(64 * 1024 + 1) == 413)
      #expect(try await web.openCaseCount() == 0)
      #expect(try await post(64 * 1024) == 204)
      #expect(try await web.openCaseCount() == 1)
    }
  }

  @Test(arguments: ["sms", "dlr", "hangup"])
  func `what cannot be stored is answered 503, so that it comes again`(name: String) async throws {
    try await WebHarness.run { web async throws in
      web.faulty.isFull = true
      let fields = [
        ("direction", "incoming"), ("id", "s1"), ("from", Cast.cleosNumber.e164),
        ("to", Cast.ourNumber.e164), ("message", "HJÄLP"), ("status", "failed"),
      ]
      #expect(try await web.hook(name + "?ref=c3d4", fields).status == 503)
      web.faulty.isFull = false
      #expect(try await web.hook(name + "?ref=c3d4", fields).status == 204)
    }
  }

  @Test(arguments: ["voice", "ivr?ref=c3d4&turn=1"])
  func `a live call is answered with words even when nothing can be stored`(
    name: String
  ) async throws {
    try await WebHarness.run { web in
      web.faulty.isFull = true
      let answer = try await web.hook(name, Self.call)
      #expect(answer.status == 200)
      #expect(answer.response.header("content-type")?.hasPrefix("application/json") == true)
      #expect(answer.words.contains("/audio/sv/\(PromptShelf.hash).wav"))
    }
  }

  @Test(arguments: ["dlr", "hangup"])
  func `an event of a ref that nobody knows is kept as an orphan`(name: String) async throws {
    try await WebHarness.run { web in
      let answer = try await web.hook(
        name + "?ref=abcd", [("id", "c9"), ("status", "delivered"), ("state", "busy")])
      #expect(answer.status == 204)
      #expect(web.engine.core.metrics.value(.inboundOrphans) == .number(1))
    }
  }

  @Test func `a call of a ref that nobody knows is ended with words`() async throws {
    try await WebHarness.run { web in
      let answer = try await web.hook("ivr?ref=abcd&turn=3", Self.call)
      #expect(answer.status == 200)
      #expect(answer.words.contains("/audio/sv/"))
      #expect(web.engine.core.metrics.value(.inboundOrphans) == .number(1))
    }
  }

  private static let call = [
    ("direction", "incoming"), ("callid", "c1"), ("from", Cast.cleosNumber.e164),
    ("to", Cast.ourNumber.e164),
  ]
}
