import GatewayEngine
import GatewayHTTP
import Testing

@testable import GatewayProviders

@Suite struct ElksAccountTests {
  private static let texts = "https://trygg.example/hooks/46elks/k3y/sms"
  private static let calls = "https://trygg.example/hooks/46elks/k3y/voice"

  @Test func `the account tells its balance`() async throws {
    let body = try Fixture.bytes("46elks/me.json")
    let server = try TestServer(always: .answer(body: body))
    defer { server.stop() }
    let account = try await ElksFixture.provider(baseURL: server.url + "a1").account()
    #expect(account == AccountState(balance: 1_230_000, canSend: true))
    #expect(server.seen.first?.line == "GET /a1/me HTTP/1.1")
  }

  @Test(arguments: [
    (#"{"balance": 0}"#, false), (#"{"balance": -5}"#, false), (#"{"balance": 15599}"#, false),
    (#"{"balance": 15600}"#, true), ("{}", true),
  ])
  func `an account that cannot pay for one text says so`(body: String, canSend: Bool) throws {
    #expect(try #require(ElksAccount(Array(body.utf8))).state.canSend == canSend)
  }

  @Test func `only what differs is set on our number`() async throws {
    let numbers = try Fixture.bytes("46elks/numbers.json")
    let server = try TestServer { request, _ in
      .answer(body: request.line.hasPrefix("GET") ? numbers : Array("{}".utf8))
    }
    defer { server.stop() }
    let provider = try ElksFixture.provider(baseURL: server.url + "a1")
    #expect(try await provider.configureNumber() == ["sms_url"])
    #expect(
      server.seen.map(\.line) == [
        "GET /a1/numbers HTTP/1.1",
        "POST /a1/numbers/n0123456789abcdef0123456789abcdef HTTP/1.1",
      ])
    #expect(server.seen.last?.body == FormCoding.encode(FormFields([("sms_url", Self.texts)])))
  }

  @Test func `asking what differs changes nothing`() async throws {
    let numbers = try Fixture.bytes("46elks/numbers.json")
    let server = try TestServer(always: .answer(body: numbers))
    defer { server.stop() }
    let provider = try ElksFixture.provider(baseURL: server.url + "a1")
    #expect(try await provider.numberDifferences() == ["sms_url"])
    #expect(server.seen.count == 1)
  }

  @Test func `a number that is right is left alone`() async throws {
    let server = try TestServer(
      always: .answer(
        body: Array(
          (#"{"data": [{"id": "n1", "number": "+46701740699", "sms_url": "\#(Self.texts)", "#
            + #""voice_start": "\#(Self.calls)"}]}"#).utf8)))
    defer { server.stop() }
    let provider = try ElksFixture.provider(baseURL: server.url + "a1")
    #expect(try await provider.configureNumber() == [])
    #expect(server.seen.count == 1)
  }

  @Test func `a number that takes pictures gets an address for them`() throws {
    let body =
      #"{"data": [{"id": "n1", "number": "+46701740699", "capabilities": ["sms", "mms"]}]}"#
    let number = try #require(ElksNumber.list(Array(body.utf8))?.first)
    let addresses = ElksAddresses(publicURL: "https://trygg.example", secret: "k3y")
    #expect(
      number.differences(from: addresses).map(\.name) == ["sms_url", "voice_start", "mms_url"])
  }

  @Test(arguments: [
    #"{"data": []}"#, #"{"data": [{"id": "n1", "number": "+46701740698"}]}"#,
    #"{"data": [{"id": "n1", "number": "+46701740699", "active": "no"}]}"#, "nonsense",
  ])
  func `a number that is not ours there is a failure that says what to check`(body: String)
    async throws
  {
    let server = try TestServer(always: .answer(body: Array(body.utf8)))
    defer { server.stop() }
    let provider = try ElksFixture.provider(baseURL: server.url + "a1")
    await #expect(throws: ProviderFailure.self) { try await provider.configureNumber() }
    #expect(server.seen.count == 1)
  }
}
