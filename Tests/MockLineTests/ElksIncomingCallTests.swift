import Foundation
import Testing

@testable import MockLine

@Suite struct ElksIncomingCallTests {
  private func ring(_ line: LineHarness, _ more: String = "") async {
    await line.control(
      "POST", "/phones/\(People.ada)/calls", "{\"to\": \"\(People.service)\"\(more)}")
    await line.advance(60)
  }

  @Test func aPhoneRingsInAndPresses() async throws {
    try await LineHarness.run { line in
      line.prepareMenu()
      await line.configureNumber()
      await ring(line, #", "keys": ["1"]"#)
      let first = try #require(line.seen("voice").first)
      #expect(first["result"] == "newincoming")
      #expect(first["direction"] == "incoming")
      #expect(first["from"] == People.ada)
      #expect(first["to"] == People.service)
      #expect(line.seen("keys").map { $0["result"] } == ["1"])
      let call = try #require(await line.calls().first)
      #expect(call["direction"] == "out")
      #expect(call["peer"]?.string == People.service)
      #expect(call["state"] == "completed")
    }
  }

  @Test(arguments: [("busy", "busy"), ("reject", "rejected"), ("404", "failed")])
  func theFirstActionMayTurnItAway(_ signal: String, _ state: String) async throws {
    try await LineHarness.run { line in
      await line.configureNumber()
      line.gateway.answer(
        "/hooks/s3cret/voice",
        with: .action("{\"hangup\": \"\(signal)\", \"whenhangup\": \"\(line.gatewayURL)/end\"}"))
      await ring(line)
      #expect(await line.calls().first?["state"]?.string == state)
      #expect(await line.calls().first?["answeredAt"] == nil)
    }
  }

  @Test func aNumberWithoutInstructionsIsNotReached() async throws {
    try await LineHarness.run { line in
      await ring(line)
      #expect(await line.calls().first?["state"] == "failed")
      #expect(line.gateway.seen.isEmpty)
    }
  }

  @Test func aCallerMayHangUpBeforeTheEnd() async throws {
    try await LineHarness.run { line in
      line.prepareMenu(", \"whenhangup\": \"\(line.gatewayURL)/hangup\"")
      await line.configureNumber()
      await ring(line, #", "hangUpAfterSeconds": 4"#)
      #expect(line.seen("keys").isEmpty)
      let end = try #require(line.seen("hangup").first)
      #expect(end["direction"] == "incoming")
      #expect(end["duration"] == "4")
    }
  }
}
