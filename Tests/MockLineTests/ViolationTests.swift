import Foundation
import Testing

@testable import MockLine

@Suite struct ViolationTests {
  private func callTo(
    _ line: LineHarness, _ answer: GatewayAnswer, ref: String = "a"
  ) async {
    line.gateway.answer("/hooks/s3cret/voice", with: answer)
    await line.behave(#"{"answer": "person"}"#)
    await line.call(ref: ref)
    await line.advance(60)
  }

  @Test func anErrorToALiveCallEndsIt() async throws {
    try await LineHarness.run { line in
      await callTo(line, .status(500))
      #expect(await line.violations() == ["httpErrorToLiveCall"])
      #expect(line.seen("voice").count == 1)
      #expect(line.seen("hangup").first?["state"] == "success")
    }
  }

  @Test func anUnusableAnswerEndsTheCall() async throws {
    try await LineHarness.run { line in
      await callTo(line, .action("{\"dance\": true}"))
      #expect(await line.violations() == ["unusableAnswer"])
      #expect(line.seen("hangup").count == 1)
    }
  }

  @Test func aWrongContentTypeIsNotedButObeyed() async throws {
    try await LineHarness.run { line in
      line.gateway.record("thanks", seconds: 1, words: "Tack.")
      await callTo(
        line,
        GatewayAnswer(status: 200, contentType: "text/plain", body: line.play("thanks")))
      #expect(await line.violations() == ["wrongContentType"])
      #expect(await line.calls().first?["heard"] == .array(["Tack."]))
    }
  }

  @Test func missingAudioFailsTheAction() async throws {
    try await LineHarness.run { line in
      line.gateway.answer("/hooks/s3cret/after", with: .action("{\"hangup\": \"reject\"}"))
      await callTo(
        line, .action(line.play("absent", ", \"next\": \"\(line.gatewayURL)/after\"")))
      #expect(line.seen("after").map { $0["result"] } == ["failed"])
      #expect(await line.violations() == ["missingAudio"])
      #expect(await line.calls().first?["heard"] == .array([]))
    }
  }

  @Test func relativeAddressesAreNoted() async throws {
    try await LineHarness.run { line in
      await callTo(line, .action(#"{"play": "/audio/menu.wav"}"#))
      #expect(await line.violations() == ["relativeURL"])
      await line.control("POST", "/reset")
      line.gateway.record("thanks", seconds: 1, words: "Tack.")
      await callTo(line, .action(line.play("thanks", ", \"next\": \"/keys\"")), ref: "b")
      #expect(await line.violations() == ["relativeURL"])
      await line.control("POST", "/reset")
      await line.text("Hej", [("whendelivered", "dlr")])
      #expect(await line.violations() == ["relativeURL"])
    }
  }

  @Test(arguments: [(1.9, 4.9, [String]()), (2.1, 5.1, ["tooSlow", "tooSlow"])])
  func slowAnswersAreNoted(_ live: Double, _ event: Double, _ noted: [String]) async throws {
    try await LineHarness.run { line in
      line.gateway.record("thanks", seconds: 1, words: "Tack.")
      line.gateway.whileAnswering { request in
        let seconds = request.path.hasSuffix("voice") ? live : event
        guard !request.path.contains("audio"), !request.path.hasSuffix("hangup") else { return }
        line.clock.set(line.clock.now.addingTimeInterval(seconds))
      }
      await callTo(line, .action(line.play("thanks")))
      await line.configureNumber()
      await line.control(
        "POST", "/phones/\(People.ada)/texts", #"{"to": "\#(People.service)", "text": "OK"}"#)
      await line.advance(0)
      #expect(await line.violations() == noted)
    }
  }

  @Test func twoLivingCallsToOnePhoneAreNoted() async throws {
    try await LineHarness.run { line in
      await line.call(ref: "a")
      await line.call(ref: "b")
      #expect(await line.violations() == ["twoCallsForOneAttempt"])
    }
  }

  @Test func oneAttemptPlacedTwiceIsNoted() async throws {
    try await LineHarness.run { line in
      await line.behave(#"{"answer": "busy"}"#)
      for _ in 1...2 {
        await line.call(ref: "a")
        await line.advance(10)
      }
      #expect(await line.violations() == ["twoCallsForOneAttempt"])
    }
  }

  @Test func aSecondCallIsNoMistakeWhenTheFirstAnswerWasSpoiled() async throws {
    try await LineHarness.run { line in
      await line.fault(#"{"kind": "acceptThen500", "count": 1}"#)
      await line.call(ref: "a")
      await line.call(ref: "b")
      #expect(await line.violations().isEmpty)
    }
  }

  @Test func tooManyTextsInAMinuteAreNoted() async throws {
    try await LineHarness.run(.tests { $0.company.textsPerMinuteLimit = 5 }) { line in
      for _ in 1...5 { await line.text() }
      #expect(await line.violations().isEmpty)
      await line.text()
      #expect(await line.violations() == ["rateTooHigh"])
    }
  }

  @Test(arguments: ["112", "+46112", "11414", "1177", "0046112"])
  func emergencyNumbersAreNotedAndNeverRung(_ number: String) async throws {
    try await LineHarness.run { line in
      #expect(await line.call(to: number)?.status == 403)
      #expect(await line.text(to: number)?.status == 403)
      await callTo(line, .action("{\"connect\": \"\(number)\"}"))
      #expect(await line.violations() == Array(repeating: "emergencyNumberDialled", count: 3))
    }
  }

  @Test func aForeignSenderIsNotedWhenOurNumbersAreKnown() async throws {
    try await LineHarness.run(.tests { $0.company.ourNumbers = [People.bo] }) { line in
      #expect(await line.text()?.body == "Invalid from number")
      #expect(await line.call()?.body == "Invalid from number")
      #expect(await line.violations() == ["notOurNumber", "notOurNumber"])
    }
  }

  @Test func aTextToALandlineIsNotedAndFails() async throws {
    try await LineHarness.run { line in
      await line.text(
        "Hej", [("whendelivered", "\(line.gatewayURL)/dlr")], to: People.landline)
      await line.advance(0)
      #expect(await line.violations() == ["textToLandline"])
      #expect(line.seen("dlr").map { $0["status"] } == ["failed"])
    }
  }

  @Test func noDetailHoldsANumber() async throws {
    try await LineHarness.run { line in
      await line.call(ref: "a")
      await line.call(ref: "b")
      await line.text(to: "112")
      await line.text("Hej", to: People.landline)
      let body = await line.control("GET", "/violations")?.body ?? ""
      #expect(body.contains("\"at\": \"2026-11-26T08:00:00"))
      #expect(!body.contains("1740605") && !body.contains("0000000"))
    }
  }
}
