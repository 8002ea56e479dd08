import Foundation
import Testing

@testable import MockLine

@Suite struct ElksActionTests {
  /// Runs one call to Ada whose first instruction is `action`.
  private func call(
    _ line: LineHarness, _ action: String, _ behaviour: String = #"{"answer": "person"}"#
  ) async {
    line.gateway.record("menu", seconds: 10, words: "Tryck ett.")
    line.gateway.record("thanks", seconds: 2, words: "Tack.")
    line.gateway.answer("/hooks/s3cret/voice", with: .action(action))
    await line.behave(behaviour)
    await line.call()
    await line.advance(120)
  }

  @Test func aPlayedPromptIsReportedToNext() async throws {
    for word in ["success", "ok"] {
      try await LineHarness.run(.tests { $0.company.playResultWord = word }) { line in
        await call(line, line.play("menu", ", \"next\": \"\(line.gatewayURL)/after\""))
        #expect(line.seen("after").map { $0["result"] } == [word])
        #expect(line.seconds(from: "voice", to: "after") == 10)
      }
    }
  }

  @Test(arguments: [(true, 2.0), (false, 10.0)])
  func aKeySkipsAPromptUnlessItIsForbidden(_ isSkippable: Bool, _ after: Double) async throws {
    try await LineHarness.run { line in
      let more = ", \"skippable\": \(isSkippable), \"next\": \"\(line.gatewayURL)/after\""
      line.gateway.record("menu", seconds: 10, words: "Tryck ett.")
      line.gateway.answer("/hooks/s3cret/voice", with: .action(line.play("menu", more)))
      let id = await line.call()?.json?["id"]?.string ?? ""
      await line.control("POST", "/calls/\(id)/answer")
      await line.advance(2)
      await line.control("POST", "/calls/\(id)/keys", #"{"keys": "5"}"#)
      await line.advance(60)
      #expect(line.seconds(from: "voice", to: "after") == after)
    }
  }

  @Test func keysBetweenPromptsCountForNone() async throws {
    try await LineHarness.run { line in
      line.prepareMenu()
      let id = await line.call()?.json?["id"]?.string ?? ""
      await line.control("POST", "/calls/\(id)/answer")
      await line.advance(1)
      await line.control("POST", "/calls/\(id)/keys", #"{"keys": "19"}"#)
      await line.advance(60)
      #expect(line.seen("keys").map { $0["result"] } == ["1"])
      #expect(await line.calls().first?["pressed"] == "19")
    }
  }

  @Test func aDigitBranchIsTakenWithoutAskingOrByItsAddress() async throws {
    try await LineHarness.run { line in
      let branches =
        ", \"1\": {\"play\": \"\(line.audio("thanks"))\"}"
        + ", \"9\": \"\(line.gatewayURL)/help\""
      await call(
        line, line.ask("menu", branches), #"{"answer": "person", "keys": ["1"]}"#)
      #expect(line.seen("keys").isEmpty)
      #expect(await line.calls().first?["heard"] == .array(["Tryck ett.", "Tack."]))
      await line.behave(#"{"answer": "person", "keys": ["9"]}"#)
      await line.call(ref: "b")
      await line.advance(60)
      #expect(line.seen("help").map { $0["result"] } == ["9"])
    }
  }

  @Test func nextMayBeAnActionAndWhenHangUpMayMove() async throws {
    try await LineHarness.run { line in
      let action = line.play(
        "menu",
        ", \"whenhangup\": \"\(line.gatewayURL)/moved\", \"next\": \(line.play("thanks"))")
      await call(line, action)
      #expect(await line.calls().first?["heard"] == .array(["Tryck ett.", "Tack."]))
      #expect(line.seen("moved").count == 1)
      #expect(line.seen("hangup").isEmpty)
    }
  }

  @Test func theFirstActionMayComeWithTheCall() async throws {
    try await LineHarness.run { line in
      line.gateway.record("thanks", seconds: 2, words: "Tack.")
      await line.behave(#"{"answer": "person"}"#)
      await line.call(voiceStart: line.play("thanks"))
      await line.advance(60)
      #expect(await line.calls().first?["heard"] == .array(["Tack."]))
      #expect(line.seen("hangup").first?["duration"] == "2")
    }
  }

  @Test func aHashEndsTheInputEvenWhenNothingWasTyped() async throws {
    try await LineHarness.run { line in
      await call(
        line, line.ask("menu", ", \"digits\": 4"), ##"{"answer": "person", "keys": ["#"]}"##)
      #expect(line.seen("keys").map { $0["result"] } == ["failed"])
    }
  }

  @Test(arguments: [
    (#"{"answer": "person", "talkSeconds": 8}"#, "success"), (#"{"answer": "busy"}"#, "busy"),
    (#"{"answer": "noAnswer"}"#, "failed"), (#"{"answer": "off"}"#, "failed"),
  ])
  func anotherPhoneIsJoined(_ behaviour: String, _ result: String) async throws {
    try await LineHarness.run { line in
      await line.behave(behaviour, of: People.bo)
      let action =
        "{\"connect\": \"\(People.bo)\", \"timeout\": 20, \"next\": \"\(line.gatewayURL)/after\"}"
      await call(line, action)
      #expect(line.seen("after").map { $0["result"] } == [result])
      #expect(await line.calls(People.bo).map { $0["peer"] } == [.string(People.service)])
      #expect(await line.calls(People.bo).first?["direction"] == "in")
      #expect(await line.elks("GET", "/calls")?.json?["data"]?.array?.count == 1)
    }
  }

  @Test func eachResultOfConnectHasItsOwnBranch() async throws {
    try await LineHarness.run { line in
      await line.behave(#"{"answer": "busy"}"#, of: People.bo)
      await call(
        line,
        "{\"connect\": \"\(People.bo)\", \"busy\": \(line.play("thanks")), "
          + "\"next\": \"\(line.gatewayURL)/after\"}")
      #expect(line.seen("after").isEmpty)
      #expect(await line.calls().first?["heard"] == .array(["Tack."]))
    }
  }

  @Test func whoHangsUpEndsTheConversationOfTheOther() async throws {
    try await LineHarness.run { line in
      await line.behave(#"{"answer": "person", "talkSeconds": 100}"#, of: People.bo)
      await call(
        line, "{\"connect\": \"\(People.bo)\"}",
        #"{"answer": "person", "hangUpAfterSeconds": 20}"#)
      #expect(await line.calls(People.bo).first?["state"] == "completed")
      #expect(await line.calls(People.bo).first?["prompt"] == nil)
      #expect(line.seen("hangup").first?["duration"] == "20")
    }
  }

  @Test func aRecordingIsReportedToItsAddress() async throws {
    try await LineHarness.run { line in
      let action = "{\"record\": \"\(line.gatewayURL)/record\", \"next\": \(line.play("thanks"))}"
      await call(line, action)
      let report = try #require(line.seen("record").first)
      #expect(report["duration"] == "3")
      #expect(report["wav"]?.hasSuffix("-r0.wav") == true)
      #expect(await line.calls().first?["heard"] == .array(["Tack."]))
    }
  }

  @Test func builtInSoundsNeedNoFile() async throws {
    try await LineHarness.run { line in
      await call(line, #"{"play": "sound/beep", "next": {"play": "sound/dtmf/12"}}"#)
      #expect(await line.calls().first?["heard"] == .array(["(beep)", "(tones)"]))
      #expect(await line.violations().isEmpty)
    }
  }
}
