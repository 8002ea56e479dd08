import Foundation
import GatewayWeb
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Synchronization
import Testing

@Suite struct DemoPageTests {
  private let desk = ScriptedDemo()

  @Test func `the page lets nothing in but itself and the phones`() async throws {
    let answer = try await send(.get, "/")
    #expect(answer.status == .ok)
    let policy = try #require(answer.headers[.contentSecurityPolicy])
    let rules = policy.components(separatedBy: "; ")
    #expect(rules.contains("default-src 'none'"))
    #expect(rules.contains("script-src 'self'"))
    #expect(rules.contains("frame-src http://127.0.0.1:9046 http://localhost:9046"))
    #expect(!policy.contains("unsafe"))
  }

  @Test func `the page keeps its own policy: no script and no style stands in it`() async throws {
    let text = try await send(.get, "/").text
    #expect(text.contains("<script type=\"module\" src=\"/demo/demo.js\"></script>"))
    #expect(text.components(separatedBy: "<script").count == 2)
    #expect(!text.contains("<style"))
    #expect(!text.contains(" style="))
    let handler = try Regex(" on[a-z]+=")
    #expect(!text.contains(handler))
  }

  @Test(arguments: [
    "demo.css", "demo.js", "demo-clock.js", "demo-guide.js", "demo-log.js", "demo-words.js",
  ])
  func `every file that the page asks for is there`(name: String) async throws {
    let answer = try await send(.get, "/demo/\(name)")
    #expect(answer.status == .ok)
    #expect(answer.text.count > 500)
    let kind = name.hasSuffix("css") ? "text/css" : "text/javascript"
    #expect(answer.headers[.contentType]?.hasPrefix(kind) == true)
  }

  @Test func `a file that is none is not found`() async throws {
    #expect(try await send(.get, "/demo/secrets").status == .notFound)
  }

  @Test func `a browser that comes back gets what it has missed, and nothing twice`() async throws {
    let all = try await send(.get, "/demo/events").text
    #expect(ids(in: all) == [1, 2, 3, 4])
    let rest = try await send(.get, "/demo/events", ["Last-Event-ID": "2"]).text
    #expect(ids(in: rest) == [3, 4])
    #expect(rest.contains("event: state"))
  }

  @Test func `an equal state is told once`() async throws {
    let text = try await send(.get, "/demo/events").text
    #expect(text.components(separatedBy: "event: state").count == 2)
  }

  @Test func `a wish for another speed reaches the demo`() async throws {
    let answer = try await send(.post, "/demo/clock", body: "{\"speed\":60}")
    #expect(answer.status == .noContent)
    #expect(desk.chosenSpeeds == [60])
  }

  @Test func `another site's page cannot drive the clock`() async throws {
    let headers = ["Sec-Fetch-Site": "cross-site"]
    let clock = try await send(.post, "/demo/clock", headers, body: "{\"speed\":60}")
    let skip = try await send(.post, "/demo/skip", headers)
    #expect(clock.status == .forbidden)
    #expect(skip.status == .forbidden)
    #expect(desk.chosenSpeeds.isEmpty)
    #expect(desk.skips == 0)
  }

  @Test func `a skip tells what became of it`() async throws {
    let answer = try await send(.post, "/demo/skip")
    #expect(answer.text == "{\"result\":\"callIsLive\"}")
  }

  // MARK: A browser

  private struct Answer {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let text: String
  }

  private func send(
    _ method: HTTPTypes.HTTPRequest.Method, _ path: String, _ headers: [String: String] = [:],
    body: String = ""
  ) async throws -> Answer {
    let router = Router(context: WebRequestContext.self)
    DemoRoutes(desk: desk).add(to: router)
    var head = HTTPTypes.HTTPRequest(method: method, scheme: "http", authority: "a", path: path)
    head.headerFields[.contentType] = "application/json"
    for (name, value) in headers {
      head.headerFields[try #require(HTTPField.Name(name))] = value
    }
    let context = WebRequestContext(
      source: .init(channel: EmbeddedChannel(), logger: Logger(label: "test")))
    let request = Request(head: head, body: .init(buffer: ByteBuffer(string: body)))
    let response = try await router.buildResponder().respond(to: request, context: context)
    let written = Written()
    try await response.body.write(written)
    return Answer(status: response.status, headers: response.headers, text: written.text)
  }

  private func ids(in stream: String) -> [Int] {
    stream.split(separator: "\n").filter { $0.hasPrefix("id: ") }.compactMap {
      Int($0.dropFirst(4))
    }
  }
}

private final class Written: ResponseBodyWriter, Sendable {
  private let buffer = Mutex(ByteBuffer())
  var text: String { buffer.withLock { String(buffer: $0) } }

  func write(_ part: ByteBuffer) async throws {
    var part = part
    buffer.withLock { _ = $0.writeBuffer(&part) }
  }

  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

/// Four entries that come two at a time; then the demo ends.
private final class ScriptedDemo: DemoDesk {
  private let seen = Mutex((speeds: [Int](), skips: 0))
  var chosenSpeeds: [Int] { seen.withLock { $0.speeds } }
  var skips: Int { seen.withLock { $0.skips } }

  let stage = DemoStage(linePort: 9046, service: "+46701740699", people: [], operators: [])

  func news(after sequence: Int64, unlike known: DemoState?) async -> DemoNews? {
    guard sequence < 4 else { return nil }
    let state = DemoState(
      real: 0, demo: 0, speed: 1, chosenSpeed: 1, isCallLive: false, canSkip: true, next: [])
    let lines = [sequence + 1, sequence + 2].map {
      DemoLine(
        sequence: $0, at: 0, kind: "watch.armed", isDetail: false, words: .init(sv: "", en: ""))
    }
    return DemoNews(lines: lines, state: state)
  }

  func choose(speed: Int) async throws { seen.withLock { $0.speeds.append(speed) } }

  func skip() async throws -> DemoSkip {
    seen.withLock { $0.skips += 1 }
    return .callIsLive
  }
}
