import Foundation
import Testing

@testable import MockLine

@Suite struct ElksTextTests {
  @Test func aTextIsAcceptedDeliveredAndReported() async throws {
    try await LineHarness.run(.tests { $0.company.sendsSentReports = true }) { line in
      let answer = await line.text(
        "Är du trygg?", [("whendelivered", "\(line.gatewayURL)/dlr?ref=a1")])
      let json = try #require(answer?.json)
      #expect(answer?.status == 200)
      #expect(answer?.contentType?.hasPrefix("application/json") == true)
      let id = try #require(json["id"]?.string)
      #expect(id.count == 33 && id.hasPrefix("s"))
      #expect(json["status"] == "created")
      #expect(json["cost"] == 5200)
      #expect(json["parts"] == 1)
      #expect(json["created"] == "2026-11-26T08:00:00.000000")
      await line.advance(0)
      let reports = line.seen("dlr")
      #expect(reports.map { $0["status"] } == ["sent", "delivered"])
      #expect(reports.map(\.query) == ["ref=a1", "ref=a1"])
      #expect(reports.allSatisfy { $0["id"] == id })
      #expect(reports.last?["delivered"] == "2026-11-26T08:00:00.000000")
      #expect(reports.last?.contentType == "application/x-www-form-urlencoded")
      let texts = await line.texts()
      #expect(texts.map { $0["text"] } == ["Är du trygg?"])
      #expect(texts.map { $0["direction"] } == ["in"])
    }
  }

  @Test func aDryRunHasNoIdAndReachesNobody() async throws {
    try await LineHarness.run { line in
      let answer = await line.text("Hej", [("dryrun", "yes")])
      #expect(answer?.json?["id"] == nil)
      #expect(answer?.json?["cost"] == nil)
      #expect(answer?.json?["estimated_cost"] == 5200)
      await line.advance(10)
      #expect(await line.texts().isEmpty)
    }
  }

  @Test(arguments: [
    (["to": ""], "Invalid to number"), (["to": "0701740605"], "Invalid to number"),
    (["to": "112"], "Invalid to number"), (["to": "+46112"], "Invalid to number"),
    (["to": People.abroad], "Sending to this country is not allowed by default"),
    (["from": "4Trygg"], "Alphanumeric numbers may not start with a digit"),
    (["from": "Trygghetstjänst"], "Invalid from number"), (["from": "VG"], "Invalid from number"),
    (["from": "+0"], "Invalid from number"), (["message": ""], "Missing key message"),
    (["message": String(repeating: "a", count: 2000)], "Too long message"),
    (["whendelivered": "/dlr"], "The whendelivered you tried to use is not a valid URL"),
  ])
  func aWrongTextIsRefusedInOneLine(_ changed: [String: String], _ line: String) async throws {
    try await LineHarness.run { harness in
      var fields = ["from": People.service, "to": People.ada, "message": "Hej"]
      fields.merge(changed) { _, new in new }
      let answer = await harness.elks("POST", "/sms", fields.map { ($0, $1) })
      #expect(answer?.status == 403)
      #expect(answer?.body == line)
      #expect(answer?.contentType == "text/plain; charset=utf-8")
    }
  }

  @Test(arguments: ["from", "to", "message"])
  func aMissingKeyIsNamed(_ key: String) async throws {
    try await LineHarness.run { line in
      let fields = [("from", People.service), ("to", People.ada), ("message", "Hej")]
      let answer = await line.elks("POST", "/sms", fields.filter { $0.0 != key })
      #expect(answer?.body == "Missing key \(key)")
    }
  }

  @Test func strangersAreDeniedAccess() async throws {
    try await LineHarness.run { line in
      for (user, password) in [
        ("u0123456789abcdef0123456789abcdef", "wrong"), ("bo", "secret"),
        ("x0123456789abcdef0123456789abcdef", "secret"),
      ] {
        let answer = await line.elks("GET", "/me", user: user, password: password)
        #expect(answer?.status == 401)
        #expect(answer?.body == "API access denied")
      }
      #expect(await line.send("GET", "/46elks/a1/me")?.status == 401)
    }
  }

  @Test func pathsAreReadWithoutRegardToCase() async throws {
    try await LineHarness.run { line in
      #expect(await line.elks("GET", "/SMS")?.status == 200)
      #expect(await line.elks("GET", "/Calls")?.status == 200)
      #expect(await line.elks("GET", "/nonsense")?.status == 404)
    }
  }

  @Test func aPhoneThatIsOffGetsItsTextsWhenItIsOn() async throws {
    try await LineHarness.run { line in
      await line.behave(#"{"answer": "off"}"#)
      await line.text("Hej", [("whendelivered", "\(line.gatewayURL)/dlr")])
      await line.advance(3600)
      #expect(await line.texts().map { $0["status"] } == ["sent"])
      #expect(line.seen("dlr").isEmpty)
      await line.behave(#""manual""#)
      await line.advance(0)
      #expect(line.seen("dlr").map { $0["status"] } == ["delivered"])
      #expect(line.seen("dlr").first?["delivered"] == "2026-11-26T09:00:00.000000")
    }
  }

  @Test func aTextIsGivenUpWhenThePhoneStaysOff() async throws {
    try await LineHarness.run(.tests { $0.company.textLifetimeSeconds = 600 }) { line in
      await line.behave(#"{"answer": "off"}"#)
      await line.text("Hej", [("whendelivered", "\(line.gatewayURL)/dlr")])
      await line.advance(601)
      #expect(line.seen("dlr").map { $0["status"] } == ["failed"])
      await line.behave(#""manual""#)
      await line.advance(10)
      #expect(line.seen("dlr").count == 1)
    }
  }

  @Test func aNetworkCanFailOrKeepSilent() async throws {
    try await LineHarness.run { line in
      await line.behave(#"{"answer": "manual", "texts": "failed"}"#)
      await line.behave(
        #"{"answer": "manual", "texts": "unreported"}"#, of: People.bo)
      let report = [("whendelivered", "\(line.gatewayURL)/dlr")]
      await line.text("Hej", report)
      await line.text("Hej", report, to: People.bo)
      await line.advance(10)
      #expect(line.seen("dlr").map { $0["status"] } == ["failed"])
      #expect(line.seen("dlr").first?["delivered"] == nil)
      #expect(await line.texts(People.bo).map { $0["status"] } == ["delivered"])
    }
  }

  @Test func historyIsPagedFromTheNewestOn() async throws {
    try await LineHarness.run { line in
      for number in 1...5 {
        await line.text("Nummer \(number)")
        await line.advance(60)
      }
      await line.text("Till Bo", to: People.bo)
      let first = await line.elks("GET", "/sms", [("to", People.ada), ("limit", "2")])?.json
      #expect(first?["data"]?.array?.map { $0["message"] } == ["Nummer 5", "Nummer 4"])
      let next = try #require(first?["next"]?.string)
      let second = await line.elks(
        "GET", "/sms", [("to", People.ada), ("limit", "2"), ("start", next)])?.json
      #expect(second?["data"]?.array?.map { $0["message"] } == ["Nummer 3", "Nummer 2"])
      let newer = await line.elks("GET", "/sms", [("end", "2026-11-26T08:03:30.5")])?.json
      #expect(newer?["data"]?.array?.map { $0["message"] } == ["Till Bo", "Nummer 5"])
      #expect(newer?["next"] == nil)
    }
  }

  @Test func aTextCanBeReadBackHiddenAndDeleted() async throws {
    try await LineHarness.run { line in
      let answer = await line.text("Hemligt", [("dontlog", "message")])
      let id = try #require(answer?.json?["id"]?.string)
      await line.advance(0)
      let shown = await line.elks("GET", "/sms/\(id)")?.json
      #expect(shown?["status"] == "delivered")
      #expect(shown?["delivered"] == "2026-11-26T08:00:00Z")
      #expect(shown?["message"] == nil)
      #expect(await line.texts().map { $0["text"] } == ["Hemligt"])
      let deleted = await line.elks("DELETE", "/sms/\(id)")?.json
      #expect(deleted?["deleted"] != nil)
      #expect(await line.elks("GET", "/sms/\(id)")?.status == 404)
    }
  }
}
