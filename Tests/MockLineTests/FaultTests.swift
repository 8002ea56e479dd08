import Foundation
import Testing

@testable import MockLine

@Suite struct FaultTests {
  private func report(_ line: LineHarness) -> [(String, String)] {
    [("whendelivered", "\(line.gatewayURL)/dlr")]
  }

  @Test(arguments: [
    ("refuse", 403, "Invalid to number"), ("429", 429, "Too many requests"),
    ("noCredit", 403, "Not enough credits, please top up the account"),
    ("500", 500, "Internal server error"),
  ])
  func aRefusedTextNeverArrives(_ kind: String, _ status: Int, _ body: String) async throws {
    try await LineHarness.run { line in
      await line.fault(#"{"kind": "\#(kind)"}"#)
      let answer = await line.text()
      #expect(answer?.status == status)
      #expect(answer?.body == body)
      await line.advance(10)
      #expect(await line.texts().isEmpty)
    }
  }

  @Test func aConnectionMayBeClosedAtOnce() async throws {
    try await LineHarness.run { line in
      await line.fault(#"{"kind": "connectionRefused"}"#)
      #expect(await line.text() == nil)
      await line.advance(10)
      #expect(await line.texts().isEmpty)
    }
  }

  @Test func anAnswerMayBeCutOffThoughTheTextGoesOut() async throws {
    try await LineHarness.run { line in
      await line.fault(#"{"kind": "cutOff"}"#)
      #expect(await line.text() == nil)
      await line.advance(10)
      #expect(await line.texts().count == 1)
    }
  }

  @Test func anAcceptedTextMayBeAnsweredByAnError() async throws {
    try await LineHarness.run { line in
      await line.fault(#"{"kind": "acceptThen500"}"#)
      #expect(await line.text()?.status == 500)
      await line.advance(0)
      #expect(await line.texts().count == 1)
    }
  }

  @Test func anAcceptedTextMayNeverBeAnswered() async throws {
    try await LineHarness.run { line in
      await line.fault(#"{"kind": "acceptThenTimeout", "seconds": 60}"#)
      async let answer = line.text("Hej", report(line))
      await line.untilKeptBack(60)
      await line.advance(59)
      #expect(line.seen("dlr").map { $0["status"] } == ["delivered"])
      await line.advance(1)
      #expect(await answer == nil)
    }
  }

  @Test func anAnswerMayBeSlow() async throws {
    try await LineHarness.run { line in
      await line.fault(#"{"kind": "slow", "seconds": 4}"#)
      async let answer = line.text()
      await line.untilKeptBack(4)
      await line.advance(4)
      #expect(await answer?.json?["id"] != nil)
    }
  }

  @Test func anAnswerMayBeNoJSONOrHaveNoId() async throws {
    try await LineHarness.run { line in
      await line.fault(#"{"kind": "notJSON", "count": 1}"#)
      let html = await line.text()
      #expect(html?.status == 200)
      #expect(html?.json == nil)
      await line.fault(#"{"kind": "noId", "count": 1}"#)
      let withoutId = await line.text()
      #expect(withoutId?.json?["status"] == "created")
      #expect(withoutId?.json?["id"] == nil)
      await line.advance(0)
      #expect(await line.texts().count == 2)
    }
  }

  @Test func aCallbackMayComeBeforeTheAnswer() async throws {
    try await LineHarness.run { line in
      await line.fault(#"{"kind": "callbackBeforeAnswer"}"#)
      let answer = await line.text("Hej", report(line))
      #expect(line.seen("dlr").first?["id"] == answer?.json?["id"]?.string)
    }
  }

  @Test func newFieldsMayAppearInAnswersAndCallbacks() async throws {
    try await LineHarness.run { line in
      await line.fault(#"{"kind": "unknownFields"}"#)
      let answer = await line.text("Hej", report(line))
      #expect(answer?.json?["x_new_field"] != nil)
      #expect(answer?.json?["id"] != nil)
      await line.advance(0)
      #expect(line.seen("dlr").first?["x_new_field"] == "åäö")
    }
  }

  @Test func callbacksMayComeTwice() async throws {
    try await LineHarness.run { line in
      await line.fault(#"{"kind": "duplicateCallbacks"}"#)
      line.prepareMenu()
      await line.behave(#"{"answer": "person", "keys": ["1"]}"#)
      await line.text("Hej", report(line))
      await line.call()
      await line.advance(60)
      #expect(line.seen("dlr").map { $0["id"] }.count == 2)
      #expect(line.seen("voice").count == 2)
      #expect(line.seen("keys").map { $0["result"] } == ["1", "1"])
      #expect(line.seen("hangup").count == 2)
      #expect(await line.calls().first?["heard"] == .array(["Tryck ett.", "Tack."]))
    }
  }

  @Test func callbacksMayBeSwapped() async throws {
    try await LineHarness.run(.tests { $0.company.sendsSentReports = true }) { line in
      await line.fault(#"{"kind": "swapCallbacks", "count": 1}"#)
      await line.text("Hej", report(line))
      await line.advance(0)
      #expect(line.seen("dlr").map { $0["status"] } == ["delivered", "sent"])
      await line.fault(#"{"kind": "swapCallbacks", "count": 1}"#)
      await line.behave(#"{"answer": "manual", "texts": "failed"}"#)
      await line.advance(10)
      #expect(line.seen("dlr").count == 2)
    }
  }

  @Test func aSwappedCallbackWithoutASecondStillComes() async throws {
    try await LineHarness.run { line in
      await line.fault(#"{"kind": "swapCallbacks"}"#)
      await line.text("Hej", report(line))
      await line.advance(4)
      #expect(line.seen("dlr").isEmpty)
      await line.advance(1)
      #expect(line.seen("dlr").count == 1)
    }
  }

  @Test func callbacksMayBeLost() async throws {
    try await LineHarness.run { line in
      await line.fault(#"{"kind": "loseCallbacks"}"#)
      await line.behave(#"{"answer": "person"}"#)
      await line.text("Hej", report(line))
      await line.call()
      await line.advance(300)
      #expect(line.gateway.seen.isEmpty)
      #expect(await line.texts().map { $0["status"] } == ["delivered"])
      #expect(await line.calls().map { $0["state"] } == ["completed"])
    }
  }

  @Test func callbacksMayBeLate() async throws {
    try await LineHarness.run { line in
      await line.fault(#"{"kind": "delayCallbacks", "seconds": 90, "path": "dlr"}"#)
      await line.text("Hej", report(line))
      await line.advance(89)
      #expect(line.seen("dlr").isEmpty)
      await line.advance(1)
      #expect(line.seen("dlr").count == 1)
    }
  }

  @Test func aForgedCallbackHasAWrongSecretAndIsNotRepeated() async throws {
    try await LineHarness.run { line in
      await line.fault(#"{"kind": "badSignature"}"#)
      line.gateway.answer("/hooks/not-the-secret/dlr", with: .status(403))
      await line.text("Hej", [("whendelivered", "\(line.gatewayURL)/dlr?ref=a1")])
      await line.advance(600)
      #expect(line.gateway.seen.map(\.path) == ["/hooks/not-the-secret/dlr"])
      #expect(line.gateway.seen.map(\.query) == ["ref=a1"])
    }
  }

  @Test func aFaultStrikesOnlyWhereAndAsOftenAsItWasAsked() async throws {
    try await LineHarness.run { line in
      await line.fault(#"{"kind": "500", "path": "/calls", "provider": "46elks", "count": 2}"#)
      #expect(await line.text()?.status == 200)
      #expect(await line.call(ref: "a")?.status == 500)
      #expect(await line.call(ref: "b")?.status == 500)
      #expect(await line.call(ref: "c")?.status == 200)
      await line.fault(#"{"kind": "500", "probability": 0}"#)
      #expect(await line.text()?.status == 200)
      await line.control("PUT", "/faults", #"[{"kind": "500", "probability": 0.5}]"#)
      var statuses: [Int?] = []
      for _ in 1...40 { statuses.append(await line.text()?.status) }
      #expect(Set(statuses) == [200, 500])
      await line.control("PUT", "/faults", "[]")
      #expect(await line.text()?.status == 200)
    }
  }

  @Test func aPollDoesNotUseUpAFaultOfSending() async throws {
    try await LineHarness.run { line in
      await line.fault(#"{"kind": "noCredit", "count": 1}"#)
      #expect(await line.elks("GET", "/me")?.status == 200)
      #expect(await line.text()?.status == 403)
      #expect(await line.text()?.status == 200)
    }
  }

  @Test func anUnknownFaultIsRefusedWithTheKnownOnes() async throws {
    try await LineHarness.run { line in
      let answer = await line.control("PUT", "/faults", #"[{"kind": "earthquake"}]"#)
      #expect(answer?.status == 400)
      for kind in FaultKind.allCases { #expect(answer?.body.contains(kind.rawValue) == true) }
      for wrong in ["{}", "nonsense", #"[{"kind": "slow", "probability": 2}]"#] {
        #expect(await line.control("PUT", "/faults", wrong)?.status == 400)
      }
    }
  }
}
