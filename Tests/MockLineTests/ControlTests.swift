import Foundation
import Testing

@testable import MockLine

@Suite struct ControlTests {
  @Test func resetForgetsEverythingAndNeverUsesAnIdTwice() async throws {
    try await LineHarness.run { line in
      let first = await line.text()?.json?["id"]
      await line.behave(#"{"answer": "busy"}"#)
      await line.fault(#"{"kind": "500"}"#)
      await line.text(to: "112")
      #expect(await line.control("POST", "/reset")?.status == 204)
      #expect(await line.texts().isEmpty)
      #expect(await line.violations().isEmpty)
      #expect(await line.phone()["behaviour"]?["answer"] == "manual")
      let second = await line.text()?.json?["id"]
      #expect(second != nil && second != first)
    }
  }

  @Test(arguments: [#"{"answer": "sleep"}"#, #""sleep""#, "{}", "nonsense"])
  func anUnknownBehaviourIsRefused(_ body: String) async throws {
    try await LineHarness.run { line in
      let answer = await line.control("PUT", "/phones/\(People.ada)/behaviour", body)
      #expect(answer?.status == 400)
      #expect(answer?.json?["error"] != nil)
    }
  }

  @Test func wrongRequestsAreToldWhatIsWrong() async throws {
    try await LineHarness.run { line in
      #expect(await line.control("GET", "/phones/ada")?.status == 400)
      #expect(await line.control("POST", "/phones/\(People.ada)/texts", "{}")?.status == 400)
      #expect(await line.control("POST", "/phones/\(People.ada)/calls", "{}")?.status == 400)
      #expect(await line.control("GET", "/calls/unknown")?.status == 404)
      #expect(await line.control("GET", "/nonsense")?.status == 404)
    }
  }

  @Test func thePageAndItsPartsAreServed() async throws {
    try await LineHarness.run { line in
      for path in [
        "/", "/phone.css", "/page.js", "/phone.js", "/call.js", "/timeline.js", "/line.js",
        "/sound.js", "/words.js", "/format.js",
      ] {
        let answer = await line.send("GET", path)
        #expect(answer?.status == 200)
        #expect(answer?.body.isEmpty == false)
      }
      #expect(await line.send("GET", "/secret.txt")?.status == 404)
    }
  }

  @Test func thePageCanPlayThePromptOfACall() async throws {
    try await LineHarness.run { line in
      line.prepareMenu()
      await line.behave(#"{"answer": "person"}"#)
      await line.call()
      await line.advance(3)
      let prompt = await line.calls().first?["prompt"]
      #expect(prompt?["activity"] == "playing")
      #expect(prompt?["words"] == "Tryck ett.")
      let key = try #require(prompt?["audio"]?.int)
      #expect(await line.send("GET", "/page/audio/\(key)")?.status == 200)
      #expect(await line.send("GET", "/page/audio/999")?.status == 404)
    }
  }

  @Test func aCrowdIsServed() async throws {
    try await LineHarness.run { line in
      line.prepareMenu()
      for last in 605...699 {
        await line.behave(#"{"answer": "person", "keys": ["1"]}"#, of: "+46701740\(last)")
      }
      for last in 605...699 { await line.call(to: "+46701740\(last)", ref: "\(last)") }
      await line.advance(30)
      #expect(line.seen("keys").count == 95)
      #expect(Set(line.seen("hangup").map(\.query)).count == 95)
      #expect(await line.violations().isEmpty)
    }
  }
}
