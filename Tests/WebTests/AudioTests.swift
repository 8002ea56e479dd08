import GatewayHTTP
import Testing

@Suite struct AudioTests {
  @Test func `a prompt is sound that may be kept for ever`() async throws {
    try await WebHarness.run { web in
      let answer = try await web.send(.get, "/audio/sv/\(PromptShelf.hash).wav")
      #expect(answer.status == 200)
      #expect(answer.response.body == PromptShelf.sound)
      #expect(answer.response.header("content-type") == "audio/wav")
      #expect(
        answer.response.header("cache-control") == "public, max-age=31536000, immutable")
    }
  }

  @Test func `its words stand beside it`() async throws {
    try await WebHarness.run { web in
      let answer = try await web.send(.get, "/audio/sv/\(PromptShelf.hash).txt")
      #expect(answer.words == PromptShelf.words)
      #expect(answer.response.header("content-type") == "text/plain; charset=utf-8")
    }
  }

  @Test(arguments: [
    "/audio/sv/ffff.wav", "/audio/en/\(PromptShelf.hash).wav", "/audio/xx/\(PromptShelf.hash).wav",
    "/audio/sv/\(PromptShelf.hash)", "/audio/sv/\(PromptShelf.hash).mp3",
    "/audio/sv/\(PromptShelf.hash).wav.txt", "/audio/sv/.wav", "/audio/sv/", "/audio/sv",
    "/audio/sv/..%2F..%2Fetc%2Fpasswd", "/audio/sv/%2e%2e/secret.wav",
    "/audio/../audio/sv/secret.wav", "/audio/sv/%00.wav",
    "/audio/sv/\(String(repeating: "0", count: 65)).wav",
  ])
  func `nothing else is there`(path: String) async throws {
    try await WebHarness.run { web in
      let answer = try await web.send(.get, path)
      #expect(answer.status == 404)
      #expect(answer.words == "")
    }
  }
}
