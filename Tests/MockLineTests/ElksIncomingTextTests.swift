import Foundation
import Testing

@testable import MockLine

@Suite struct ElksIncomingTextTests {
  private func send(_ line: LineHarness, _ text: String) async {
    await line.control(
      "POST", "/phones/\(People.ada)/texts", #"{"to": "\#(People.service)", "text": "\#(text)"}"#)
    await line.advance(0)
  }

  @Test func aTextFromAPhoneReachesTheGateway() async throws {
    try await LineHarness.run { line in
      await line.configureNumber()
      await send(line, "Ja, allt är bra")
      let request = try #require(line.seen("sms").first)
      #expect(request["direction"] == "incoming")
      #expect(request["from"] == People.ada)
      #expect(request["to"] == People.service)
      #expect(request["message"] == "Ja, allt är bra")
      #expect(request["created"] == "2026-11-26T08:00:00.000000")
      #expect(request["id"]?.hasPrefix("s") == true)
      #expect(await line.texts().map { $0["status"] } == ["delivered"])
      #expect(await line.violations().isEmpty)
    }
  }

  @Test func itIsRepeatedWithTheSameIdUntilItIsStored() async throws {
    try await LineHarness.run { line in
      await line.configureNumber()
      line.gateway.answer("/hooks/s3cret/sms", with: .status(503), .status(500), .stored)
      await send(line, "OK")
      #expect(line.seen("sms").count == 1)
      #expect(await line.texts().map { $0["status"] } == ["sent"])
      await line.advance(100)
      let requests = line.seen("sms")
      #expect(requests.count == 3)
      #expect(Set(requests.map { $0["id"] }).count == 1)
      #expect(await line.texts().map { $0["status"] } == ["delivered"])
    }
  }

  @Test func itIsGivenUpAfterTheTimeTable() async throws {
    try await LineHarness.run(.tests { $0.company.retrySeconds = [1, 2, 3] }) { line in
      await line.configureNumber()
      line.gateway.answer("/hooks/s3cret/sms", with: .status(503))
      await send(line, "OK")
      await line.advance(1000)
      let start = try #require(line.seen("sms").first?.at)
      #expect(line.seen("sms").map { $0.at.timeIntervalSince(start) } == [0, 1, 3, 6])
      #expect(await line.texts().map { $0["status"] } == ["failed"])
    }
  }

  @Test func aBodyInTheAnswerIsSentAsATextAndNoted() async throws {
    try await LineHarness.run { line in
      await line.configureNumber()
      line.gateway.answer(
        "/hooks/s3cret/sms",
        with: GatewayAnswer(status: 200, contentType: "text/plain", body: "ok"))
      await send(line, "OK")
      await line.advance(1)
      #expect(await line.texts().map { $0["text"] } == ["OK", "ok"])
      #expect(await line.violations() == ["bodyOnSMSWebhook"])
      let listed = await line.elks("GET", "/sms")?.json?["data"]?.array
      #expect(listed?.map { $0["direction"] } == ["outgoing-reply", "incoming"])
    }
  }

  @Test func aPhoneRepliesOnceForEachTextItGets() async throws {
    try await LineHarness.run { line in
      await line.configureNumber()
      await line.behave(
        #"{"answer": "person", "replies": [{"text": "JA", "afterSeconds": 5}, {"text": "STOP"}]}"#)
      for _ in 1...3 {
        await line.text()
        await line.advance(10)
      }
      #expect(line.seen("sms").map { $0["message"] } == ["JA", "STOP"])
    }
  }

  @Test func withoutAnAddressATextGoesNowhere() async throws {
    try await LineHarness.run { line in
      await line.configure([("sms_url", "none")])
      await send(line, "OK")
      #expect(line.gateway.seen.isEmpty)
    }
  }
}
