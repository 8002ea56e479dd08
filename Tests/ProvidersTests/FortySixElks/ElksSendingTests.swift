import CheckinFlows
import GatewayEngine
import GatewayHTTP
import Testing

@testable import GatewayProviders

@Suite struct ElksSendingTests {
  private func text() throws -> OutgoingText {
    OutgoingText(
      to: try ElksFixture.dialable(), text: "Är du trygg? Svara JA.",
      ref: CallRef(rawValue: "a1b2"))
  }

  private func server(_ status: Int, fixture: String) throws -> TestServer {
    let body = try Fixture.bytes("46elks/\(fixture)")
    return try TestServer(always: .answer(status: status, body: body))
  }

  @Test func `a text goes out as one form, with our address for its report`() async throws {
    let server = try server(200, fixture: "sms-created.json")
    defer { server.stop() }
    let provider = try ElksFixture.provider(baseURL: server.url + "46elks/a1/")
    let outcome = await provider.send(try text())
    #expect(outcome == .accepted(providerID: "s0123456789abcdef0123456789abcdef"))
    let seen = try #require(server.seen.first)
    #expect(seen.line == "POST /46elks/a1/sms HTTP/1.1")
    #expect(
      String(decoding: seen.body, as: UTF8.self)
        == "from=%2B46701740699&to=%2B46701740605&message=%C3%84r+du+trygg%3F+Svara+JA."
        + "&whendelivered=https%3A%2F%2Ftrygg.example%2Fhooks%2F46elks%2Fk3y%2Fdlr%3Fref%3Da1b2")
    #expect(seen.headers.contains("Authorization: Basic dTAxMjM6bMO2c2Vu"))
  }

  @Test func `a call goes out with the addresses for its answer and its end`() async throws {
    let server = try server(200, fixture: "call-created.json")
    defer { server.stop() }
    let provider = try ElksFixture.provider(baseURL: server.url + "a1")
    let call = OutgoingCall(
      to: try ElksFixture.dialable(), ref: ElksFixture.ref, ringSeconds: 25)
    let outcome = await provider.place(call)
    #expect(outcome == .accepted(providerID: "c0123456789abcdef0123456789abcdef"))
    let seen = try #require(server.seen.first)
    #expect(seen.line == "POST /a1/calls HTTP/1.1")
    #expect(
      String(decoding: seen.body, as: UTF8.self)
        == "from=%2B46701740699&to=%2B46701740605"
        + "&voice_start=https%3A%2F%2Ftrygg.example%2Fhooks%2F46elks%2Fk3y%2Fvoice%3Fref%3Dc3d4"
        + "&whenhangup=https%3A%2F%2Ftrygg.example%2Fhooks%2F46elks%2Fk3y%2Fhangup%3Fref%3Dc3d4"
        + "&timeout=25")
  }

  @Test(arguments: [
    (ServerReaction.rawThenClose(""), SendOutcome.unknown),
    (.answer(status: 500), .unknown), (.answer(status: 200, body: Array("OK".utf8)), .unknown),
    (.answer(status: 403, body: Array("Invalid to number".utf8)), .refused(.invalidNumber)),
    (.answer(status: 429), .refused(.tryLater)),
  ])
  func `whatever comes back, the text was posted once`(
    reaction: ServerReaction, expected: SendOutcome
  ) async throws {
    let server = try TestServer(always: reaction)
    defer { server.stop() }
    let outcome = await (try ElksFixture.provider(baseURL: server.url + "a1")).send(try text())
    #expect(outcome == expected)
    #expect(server.seen.count == 1)
  }

  @Test func `a text that found no server may be tried again`() async throws {
    let socket = try Socket.bound()
    defer { socket.close() }
    let provider = try ElksFixture.provider(baseURL: "http://127.0.0.1:\(socket.port)/a1")
    #expect(await provider.send(try text()) == .refused(.tryLater))
  }
}
