import CheckinFlows
import GatewayEngine
import GatewayHTTP
import Testing

@testable import GatewayProviders

/// A text left at 07:00:00 UTC on 20 November 2026, and nobody knows whether it arrived.
@Suite struct ElksLookUpTests {
  private let sentAt = Instant(milliseconds: 1_795_158_000_000)
  private static let id = "s0123456789abcdef0123456789abcdef"

  private func item(
    _ content: OutboundContent = .text("Är du trygg? Svara JA."), taken: Set<String> = [],
    laterSeconds: Int = 0
  ) throws -> UnknownItem {
    let person = try #require(ElksFixture.person)
    return UnknownItem(
      content: content, to: person, ref: ElksFixture.ref,
      sentAt: sentAt.adding(seconds: laterSeconds), takenIDs: taken)
  }

  /// Answers one page after the other, then empty ones.
  private func server(_ pages: String...) throws -> TestServer {
    try TestServer { _, number in
      .answer(
        body: Array((number <= pages.count ? pages[number - 1] : #"{"data": []}"#).utf8))
    }
  }

  private func lookUp(_ item: UnknownItem, at server: TestServer) async throws -> LookUpOutcome {
    await (try ElksFixture.provider(baseURL: server.url + "a1")).lookUp(item)
  }

  private func record(
    id: String = id, created: String? = "2026-11-20T07:00:00.123000",
    direction: String = "outgoing", from: String = "+46701740699", to: String = "+46701740605",
    message: String? = "Är du trygg? Svara JA."
  ) -> String {
    let created = created.map { #", "created": "\#($0)""# } ?? ""
    let message = message.map { #", "message": "\#($0)""# } ?? ""
    return #"{"id": "\#(id)", "direction": "\#(direction)", "from": "\#(from)", "#
      + #""to": "\#(to)"\#(created)\#(message)}"#
  }

  private func page(_ records: String..., next: String? = nil) -> String {
    let next = next.map { #", "next": "\#($0)""# } ?? ""
    return #"{"data": [\#(records.joined(separator: ","))]\#(next)}"#
  }

  @Test func `a text that is listed is found, by its own time and number`() async throws {
    let list = String(decoding: try Fixture.bytes("46elks/sms-list.json"), as: UTF8.self)
    let server = try server(list)
    defer { server.stop() }
    #expect(try await lookUp(item(), at: server) == .found(providerID: Self.id))
    #expect(
      server.seen.map(\.line) == [
        "GET /a1/sms?limit=100&end=2026-11-20T06%3A59%3A00.000000&to=%2B46701740605 HTTP/1.1",
        "GET /a1/sms?limit=100&end=2026-11-20T06%3A59%3A00.000000&to=%2B46701740605"
          + "&start=2026-11-19T07%3A00%3A00.123000 HTTP/1.1",
      ])
  }

  @Test func `a text that no page has is absent`() async throws {
    let server = try server(
      page(record(message: "Något annat"), next: "2026-11-20T06:59:30"), page())
    defer { server.stop() }
    #expect(try await lookUp(item(), at: server) == .absent)
    #expect(server.seen.count == 2)
  }

  @Test func `what is not ours, not that text or too old is not it`() async throws {
    for record in [
      record(direction: "incoming"), record(direction: "outgoing-reply"),
      record(from: "+46701740698"), record(to: "+46701740606"), record(message: "Hej"),
      record(created: "2026-11-20T06:58:59.999"),
    ] {
      let server = try server(page(record))
      defer { server.stop() }
      #expect(try await lookUp(item(), at: server) == .absent)
    }
  }

  @Test func `a text that belongs to another item is passed over`() async throws {
    let server = try server(
      page(record(id: "s2", created: "2026-11-20T07:00:09"), record(id: "s1")))
    defer { server.stop() }
    #expect(try await lookUp(item(taken: ["s1"]), at: server) == .found(providerID: "s2"))
  }

  @Test func `of two that fit, the one nearest to the sending is it`() async throws {
    let server = try server(
      page(record(id: "s2", created: "2026-11-20T07:00:09"), record(id: "s1")))
    defer { server.stop() }
    #expect(try await lookUp(item(), at: server) == .found(providerID: "s1"))
  }

  @Test func `a text whose words are not kept is compared by the rest`() async throws {
    let server = try server(page(record(message: nil)))
    defer { server.stop() }
    #expect(try await lookUp(item(), at: server) == .found(providerID: Self.id))
  }

  @Test func `a record without a time decides nothing`() async throws {
    let server = try server(page(record(created: nil)))
    defer { server.stop() }
    #expect(try await lookUp(item(), at: server) == .unavailable)
  }

  @Test func `a call is found among all calls`() async throws {
    let call = record(id: "c1", created: "2026-11-20T07:00:01.5", message: nil)
    let server = try server(page(record(id: "c2", to: "+46701740606", message: nil), call))
    defer { server.stop() }
    #expect(try await lookUp(item(.call(ringSeconds: 25)), at: server) == .found(providerID: "c1"))
    #expect(
      server.seen.first?.line
        == "GET /a1/calls?limit=100&end=2026-11-20T06%3A59%3A00.000000 HTTP/1.1")
  }

  @Test(arguments: [
    ServerReaction.answer(status: 500), .answer(status: 401), .rawThenClose(""),
    .answer(body: Array("OK".utf8)), .answer(body: Array("{}".utf8)),
  ])
  func `a provider that cannot be asked proves nothing`(reaction: ServerReaction) async throws {
    let server = try TestServer(always: reaction)
    defer { server.stop() }
    #expect(try await lookUp(item(), at: server) == .unavailable)
  }

  @Test func `a list without end proves nothing, and is left`() async throws {
    let server = try TestServer { [self] _, number in
      .answer(body: Array(page(record(message: "Nej"), next: "page-\(number)").utf8))
    }
    defer { server.stop() }
    #expect(try await lookUp(item(), at: server) == .unavailable)
    #expect(server.seen.count == 20)
  }

  @Test func `texts that no webhook brought come oldest first`() async throws {
    let server = try server(
      page(
        record(id: "s3", direction: "incoming", from: "Ada", to: "+46701740699", message: "tre"),
        record(id: "s2"), next: "2026-11-20T06:59:00"),
      page(
        record(id: "s1", direction: "incoming", from: "+46701740605", message: "ett")))
    defer { server.stop() }
    let provider = try ElksFixture.provider(baseURL: server.url + "a1")
    let texts = try await provider.inboundTexts(since: sentAt).compactMap { event in
      if case .text(let text) = event { text } else { nil }
    }
    #expect(texts.map(\.providerID) == ["s1", "s3"])
    #expect(texts.map(\.text) == ["ett", "tre"])
    #expect(texts.last?.from == .other("Ada"))
  }

  @Test func `a list that cannot be read is a failure, not an empty one`() async throws {
    let server = try TestServer(
      always: .answer(status: 403, body: Array("+46701740605 refused".utf8)))
    defer { server.stop() }
    let provider = try ElksFixture.provider(baseURL: server.url + "a1")
    await #expect(throws: ProviderFailure("46elks answered with status 403")) {
      try await provider.inboundTexts(since: sentAt)
    }
  }
}
