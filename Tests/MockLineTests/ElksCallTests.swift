import Foundation
import Testing

@testable import MockLine

@Suite struct ElksCallTests {
  @Test func aPersonAnswersHearsTheMenuAndPressesOne() async throws {
    try await LineHarness.run { line in
      line.prepareMenu()
      await line.behave(#"{"answer": "person", "afterSeconds": 4, "keys": ["1"]}"#)
      let json = try #require(await line.call()?.json)
      let id = try #require(json["id"]?.string)
      #expect(id.hasPrefix("c") && id.count == 33)
      #expect(json["state"] == "ongoing")
      await line.advance(3.9)
      #expect(line.gateway.seen.isEmpty)
      await line.advance(60)
      let voice = try #require(line.seen("voice").first)
      #expect(voice["callid"] == id)
      #expect(voice["result"] == "newoutgoing")
      #expect(voice["direction"] == "outgoing")
      #expect(line.seen("keys").map { $0["result"] } == ["1"])
      #expect(line.seen("keys").first?.at.timeIntervalSince(voice.at) == 1)
      let call = try #require(await line.calls().first)
      #expect(call["heard"] == .array(["Tryck ett.", "Tack."]))
      #expect(call["pressed"] == "1")
      #expect(call["state"] == "completed")
      #expect(await line.violations().isEmpty)
    }
  }

  @Test func theEndOfAnAnsweredCallTellsEverythingAsText() async throws {
    try await LineHarness.run { line in
      line.prepareMenu()
      await line.behave(#"{"answer": "person", "keys": ["1"]}"#)
      let id = await line.call(ref: "c3d4")?.json?["id"]?.string
      await line.advance(60)
      let end = try #require(line.seen("hangup").first)
      #expect(end.query == "ref=c3d4")
      #expect(end["id"] == id)
      #expect(end["callid"] == nil)
      #expect(end["state"] == "success")
      #expect(end["start"] == "2026-11-26T08:00:02.000000")
      #expect(end["duration"] == "3")
      #expect(end["cost"] == "2800")
      let actions = JSONValue.read(end["actions"] ?? "")?.array
      #expect(actions?.map { $0["result"] } == ["1", "success"])
      #expect(actions?.first?["ivr"]?.string == line.audio("menu"))
      #expect(JSONValue.read(end["legs"] ?? "")?.array?.first?["to"]?.string == People.ada)
      let shown = await line.elks("GET", "/calls/\(id ?? "")")?.json
      #expect(shown?["state"] == "success")
      #expect(shown?["actions"]?.array?.count == 2)
      #expect(shown?["legs"]?.array?.first?["state"] == "success")
    }
  }

  @Test func voicemailListensToTheEndAndNeverPresses() async throws {
    try await LineHarness.run { line in
      line.prepareMenu(", \"timeout\": 5, \"repeat\": 2")
      await line.behave(#"{"answer": "voicemail", "keys": ["1"]}"#)
      await line.call()
      await line.advance(19.9)
      #expect(line.seen("voice").isEmpty)
      await line.advance(120)
      let keys = try #require(line.seen("keys").first)
      #expect(keys["result"] == "failed")
      #expect(keys["why"] == "noinput")
      #expect(line.seconds(from: "voice", to: "keys") == 45)
      #expect(
        await line.calls().first?["heard"]
          == .array(["Tryck ett.", "Tryck ett.", "Tryck ett.", "Tack."]))
      #expect(line.seen("hangup").first?["state"] == "success")
    }
  }

  @Test(arguments: [
    (#"{"answer": "busy"}"#, "busy", "busy"), (#"{"answer": "noAnswer"}"#, "failed", "noAnswer"),
    (#"{"answer": "reject"}"#, "failed", "rejected"), (#"{"answer": "off"}"#, "failed", "failed"),
    (#""manual""#, "failed", "noAnswer"),
    (#"{"answer": "person", "afterSeconds": 30}"#, "failed", "noAnswer"),
  ])
  func anUnansweredCallOnlyEnds(
    _ behaviour: String, _ state: String, _ seenByPhone: String
  ) async throws {
    try await LineHarness.run { line in
      line.prepareMenu()
      await line.behave(behaviour)
      await line.call(timeout: 25)
      await line.advance(26)
      #expect(line.gateway.seen.map(\.path) == ["/hooks/s3cret/hangup"])
      let end = try #require(line.seen("hangup").first)
      #expect(end["state"] == state)
      for absent in ["start", "duration", "cost", "actions", "legs"] {
        #expect(end[absent] == nil)
      }
      #expect(await line.calls().first?["state"]?.string == seenByPhone)
    }
  }

  @Test func aPersonAtThePageAnswersPressesAndHangsUp() async throws {
    try await LineHarness.run { line in
      line.prepareMenu()
      let id = await line.call()?.json?["id"]?.string ?? ""
      await line.advance(8)
      await line.control("POST", "/calls/\(id)/answer")
      await line.advance(3)
      await line.control("POST", "/calls/\(id)/keys", #"{"keys": "1"}"#)
      await line.advance(0)
      #expect(line.seen("keys").map { $0["result"] } == ["1"])
      await line.advance(0.5)
      await line.control("POST", "/calls/\(id)/hangup")
      await line.advance(0)
      #expect(line.seen("hangup").first?["state"] == "success")
      #expect(line.seen("hangup").first?["duration"] == "4")
    }
  }

  @Test func aManualCallCanBeRejected() async throws {
    try await LineHarness.run { line in
      let id = await line.call()?.json?["id"]?.string ?? ""
      await line.control("POST", "/calls/\(id)/reject")
      await line.advance(0)
      #expect(line.seen("hangup").first?["state"] == "failed")
      #expect(line.seen("voice").isEmpty)
      #expect(await line.calls().first?["state"] == "rejected")
    }
  }

  @Test func hangingUpInThePromptOnlyEndsTheCall() async throws {
    try await LineHarness.run { line in
      line.prepareMenu()
      await line.behave(#"{"answer": "person", "hangUpAfterSeconds": 3}"#)
      await line.call()
      await line.advance(60)
      #expect(line.seen("keys").isEmpty)
      #expect(line.seen("hangup").first?["state"] == "success")
      #expect(line.seen("hangup").first?["actions"] == "[]")
    }
  }

  @Test func aWrongCodeIsFollowedByTheRightOne() async throws {
    try await LineHarness.run { line in
      line.prepareMenu()
      line.gateway.record("pin", seconds: 3, words: "Slå din kod.")
      let pin = line.ask("pin", ", \"digits\": 6, \"timeout\": 5", next: "pin")
      line.gateway.answer("/hooks/s3cret/voice", with: .action(pin))
      line.gateway.answer(
        "/hooks/s3cret/pin", with: .action(pin), .action(line.play("thanks")))
      await line.behave(#"{"answer": "person", "keys": ["4712#", "4711#"]}"#)
      await line.call()
      await line.advance(60)
      #expect(line.seen("pin").map { $0["result"] } == ["4712", "4711"])
      #expect(await line.calls().first?["pressed"] == "4712#4711#")
    }
  }

  @Test func digitsThatStopHalfwayAreReportedAfterTheTimeOut() async throws {
    try await LineHarness.run { line in
      line.prepareMenu(", \"digits\": 4, \"timeout\": 5")
      await line.behave(#"{"answer": "person", "keys": ["47"]}"#)
      await line.call()
      await line.advance(60)
      #expect(line.seen("keys").map { $0["result"] } == ["47"])
      #expect(line.seconds(from: "voice", to: "keys") == 6.25)
    }
  }

  @Test func anEmptyEntryLetsOnePlayingPass() async throws {
    try await LineHarness.run { line in
      line.prepareMenu()
      await line.behave(#"{"answer": "person", "keys": ["", "1"]}"#)
      await line.call()
      await line.advance(60)
      #expect(line.seen("keys").map { $0["result"] } == ["1"])
      #expect(line.seconds(from: "voice", to: "keys") == 16)
    }
  }

  @Test func eachCallStartsTheKeysAnew() async throws {
    try await LineHarness.run { line in
      line.prepareMenu()
      await line.behave(#"{"answer": "person", "keys": ["1"]}"#)
      for ref in ["a", "b"] {
        await line.call(ref: ref)
        await line.advance(60)
      }
      #expect(line.seen("keys").map { $0["result"] } == ["1", "1"])
      let listed = await line.elks("GET", "/calls", [("limit", "1")])?.json
      #expect(listed?["data"]?.array?.count == 1)
      #expect(listed?["next"] != nil)
    }
  }

  @Test func aBusyLineIsBusyForASecondCall() async throws {
    try await LineHarness.run { line in
      line.prepareMenu()
      await line.behave(#"{"answer": "person"}"#)
      await line.call(ref: "a")
      await line.advance(5)
      await line.call(ref: "b")
      await line.advance(1)
      #expect(line.seen("hangup").map(\.query) == ["ref=b"])
      #expect(line.seen("hangup").first?["state"] == "busy")
    }
  }

  @Test(arguments: [
    (["to": "112"], "Invalid to number"), (["from": "Trygghet"], "Invalid from number"),
    (["to": People.abroad], "Calling this country is not allowed by default"),
    (["voice_start": "/voice"], "The voice_start you tried to use is not a valid URL"),
  ])
  func aWrongCallIsRefused(_ changed: [String: String], _ text: String) async throws {
    try await LineHarness.run { line in
      var fields = [
        "from": People.service, "to": People.ada, "voice_start": "\(line.gatewayURL)/voice",
      ]
      fields.merge(changed) { _, new in new }
      let answer = await line.elks("POST", "/calls", fields.map { ($0, $1) })
      #expect(answer?.status == 403)
      #expect(answer?.body == text)
      let missing = await line.elks("POST", "/calls", [("from", "+46701740699"), ("to", "+1")])
      #expect(missing?.body == "Missing key voice_start")
    }
  }
}
