import GatewayEngine
import GatewayHTTP
import TestSupport
import Testing

/// What a program may send, and what it is told when it may not.
@Suite struct APIRequestTests {
  @Test(
    arguments: [
      ("/people", #"{"number": "070-174 06 30"}"#, "name"),
      ("/people", #"{"name": "Secret"}"#, "number"),
      ("/people", #"{"name": 4711, "number": "070-174 06 30"}"#, "name"),
      ("/people", #"{"name": "Secret", "number": "070-174 06 30", "language": "no"}"#, "language"),
      ("/watches", #"{"endTime": "2026-03-12T21:10:00Z"}"#, "person"),
      ("/watches", #"{"person": true, "endTime": "2026-03-12T21:10:00Z"}"#, "person"),
      ("/watches", #"{"person": "3"}"#, "endTime"),
      ("/watches", #"{"person": "3", "endTime": 4711}"#, "endTime"),
      ("/watches", #"{"person": "3", "endTime": "4711"}"#, "endTime"),
      ("/watches", #"{"person": "3", "endTime": "2026-03-12T21:10:00"}"#, "endTime"),
      (
        "/watches", #"{"person": "3", "endTime": "2026-03-12T21:10:00Z", "activity": "Secret"}"#,
        "activity"
      ),
      (
        "/watches", #"{"person": "3", "endTime": "2026-03-12T21:10:00Z", "note": ["Secret"]}"#,
        "note"
      ),
    ])
  func `a fault names its member and never repeats its value`(
    path: String, body: String, member: String
  ) async throws {
    try await WebHarness.run { web in
      let answer = try await web.post(path, body)
      #expect(answer.status == 400)
      #expect(answer.problem == "bad-request")
      #expect(answer.json["detail"]?.text?.hasPrefix(member) == true)
      #expect(!answer.words.contains("Secret") && !answer.words.contains("4711"))
    }
  }

  @Test(arguments: ["", "{", "[]", "null", "\"text\"", "{\"person\": \"3\"", "\u{0}"])
  func `what is no JSON object is said to be none`(body: String) async throws {
    try await WebHarness.run { web async throws in
      #expect(try await web.post("/watches", body).problem == "bad-request")
    }
  }

  @Test(arguments: ["112", "114 14", "090-510 80 00 00", "0900-12345", "hej", "+46701740699"])
  func `a number that may never be dialled is refused, and not repeated`(
    number: String
  ) async throws {
    try await WebHarness.run { web in
      let answer = try await web.post("/people", #"{"name": "Dina", "number": "\#(number)"}"#)
      #expect(answer.status == 422)
      #expect(answer.problem == "refused")
      if number != "+46701740699" { #expect(!answer.words.contains(number)) }
    }
  }

  @Test(arguments: [
    "2026-03-12T21:10:00Z", "2026-03-12T22:10:00+01:00", "2026-03-12T21:10:00.000Z",
    "2026-03-12T21:10:00.000000000Z", "2026-03-12T16:10:00.0-05:00",
  ])
  func `a time has Z or an offset and any fraction, and is read back in the tenant's zone`(
    text: String
  ) async throws {
    try await WebHarness.run { web in
      let answer = try await web.post(
        "/watches", #"{"person": 3, "endTime": "\#(text)", "activity": "journey"}"#)
      #expect(answer.status == 201)
      #expect(answer.json["endTime"]?.text == "2026-03-12T22:10:00+01:00")
      #expect(answer.json["state"]?.text == "armed")
    }
  }

  @Test func `any future end is accepted, and none that has passed`() async throws {
    try await WebHarness.run { web in
      let past = try await web.post(
        "/watches", #"{"person": "3", "endTime": "2026-03-12T20:09:59+01:00"}"#)
      #expect(past.status == 422)
      let soon = try await web.post(
        "/watches", #"{"person": "3", "endTime": "2026-03-12T20:10:01+01:00"}"#)
      #expect(soon.status == 201)
    }
  }

  @Test func `a body of more than 256 KiB is refused with 413`() async throws {
    try await WebHarness.run { web in
      let body = #"{"name": "\#(String(repeating: "a", count: 256 * 1024))"}"#
      let answer = try await web.post("/people", body)
      #expect(answer.status == 413)
      #expect(answer.problem == "too-large")
    }
  }

  @Test(arguments: [("/people", "name", 200), ("/watches", "note", 2000)])
  func `a text longer than anybody needs is refused`(
    path: String, member: String, most: Int
  ) async throws {
    try await WebHarness.run { web in
      func body(_ count: Int) -> String {
        let text = String(repeating: "å", count: count)
        return """
          {"\(member)": "\(text)", "number": "070-174 06 30", "person": "3",
           "endTime": "2026-03-12T21:10:00Z"}
          """.replacing(path == "/people" ? "zz" : #""number": "070-174 06 30", "#, with: "")
      }
      #expect(try await web.post(path, body(most + 1)).status == 400)
      #expect(try await web.post(path, body(most)).status == 201)
      let answer = try await web.get(path)
      #expect(answer.words.contains(String(repeating: "å", count: most)))
    }
  }
}
