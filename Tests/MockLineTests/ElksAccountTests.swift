import Foundation
import Testing

@testable import MockLine

@Suite struct ElksAccountTests {
  @Test func theBalanceFallsWithEveryTextAndCall() async throws {
    try await LineHarness.run(.tests { $0.company.balance = 20_000 }) { line in
      await line.behave(#"{"answer": "person"}"#)
      await line.text(String(repeating: "å", count: 161))
      #expect(await line.elks("GET", "/me")?.json?["balance"] == 9600)
      await line.call()
      await line.advance(30)
      #expect(await line.elks("GET", "/me")?.json?["balance"] == 6800)
      #expect(await line.text()?.status == 200)
      let refused = await line.text()
      #expect(refused?.status == 403)
      #expect(refused?.body.hasPrefix("Not enough credits") == true)
      await line.control("PUT", "/account", #"{"balance": 0}"#)
      #expect(await line.call(ref: "b")?.body.hasPrefix("Not enough credits") == true)
    }
  }

  @Test func theCreditAlertCanBeSet() async throws {
    try await LineHarness.run { line in
      #expect(await line.elks("POST", "/me")?.status == 403)
      #expect(
        await line.elks("POST", "/me", [("creditalert", "5000")])?.json?["creditalert"] == 5000)
    }
  }

  @Test func anyNumberAskedForIsOursAndCanBeConfigured() async throws {
    try await LineHarness.run { line in
      let listed = await line.elks("GET", "/numbers")?.json?["data"]?.array ?? []
      let ours = try #require(listed.first { $0["number"]?.string == People.service })
      let id = try #require(ours["id"]?.string)
      #expect(id.hasPrefix("n") && id.count == 33)
      let set = await line.elks(
        "POST", "/numbers/\(id)", [("sms_url", "\(line.gatewayURL)/sms"), ("sms_replies", "no")])
      #expect(set?.json?["sms_url"]?.string == "\(line.gatewayURL)/sms")
      #expect(set?.json?["sms_replies"] == "no")
      let shown = await line.elks("GET", "/numbers/\(id)")?.json
      #expect(shown?["sms_url"]?.string == "\(line.gatewayURL)/sms")
      let cleared = await line.elks("POST", "/numbers/\(id)", [("sms_url", "none")])?.json
      #expect(cleared?["sms_url"] == nil)
      let wrong = await line.elks("POST", "/numbers/\(id)", [("sms_url", "here")])
      #expect(wrong?.body == "The sms_url you tried to use is not a valid URL")
      #expect(await line.elks("GET", "/numbers/nonsense")?.body == "Invalid number id")
    }
  }

  @Test func configuredNumbersAreTheOnlyOnes() async throws {
    try await LineHarness.run(
      .tests {
        $0.company.ourNumbers = [People.service]
        $0.company.smsURL = "http://127.0.0.1:1/sms"
      }
    ) { line in
      let listed = await line.elks("GET", "/numbers")?.json?["data"]?.array
      #expect(listed?.map { $0["number"] } == [.string(People.service)])
      #expect(listed?.first?["sms_url"] == "http://127.0.0.1:1/sms")
    }
  }
}
