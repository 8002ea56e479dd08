import Foundation
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization

@testable import MockLine

/// People in these tests.
enum People {
  static let ada = "+46701740605"
  static let bo = "+46701740606"
  static let cleo = "+46701740607"
  static let service = "+46701740699"
  /// Nobody's: no subscriber number begins with a zero.
  static let landline = "+468" + String(repeating: "0", count: 7)
  static let abroad = "+47" + String(repeating: "0", count: 8)
}

extension MockLineConfiguration {
  /// With chance fixed.
  static func tests(_ configure: (inout MockLineConfiguration) -> Void = { _ in }) -> Self {
    var configuration = MockLineConfiguration()
    configuration.seed = 1
    configure(&configuration)
    return configuration
  }
}

/// A telephone company and a stand-in for the gateway, both on loopback, with time by hand.
struct LineHarness: Sendable {
  let server: MockLineServer
  let clock: ManualLineClock
  let gateway: GatewayStandIn
  let lineURL: String
  let gatewayURL: String
  /// A connection each, so that a connection cut on purpose is never tried again.
  private let client = NIOWebhookClient(keepsConnections: false)
  private static let user = "u0123456789abcdef0123456789abcdef"

  /// Opens both, runs the story, closes both.
  static func run(
    _ configuration: MockLineConfiguration = .tests(),
    _ story: @Sendable @escaping (LineHarness) async throws -> Void
  ) async throws {
    let clock = ManualLineClock()
    let server = MockLineServer(configuration: configuration, clock: clock)
    let gateway = GatewayStandIn(clock: clock)
    let (ports, inlet) = AsyncStream<Int>.makeStream()
    var logger = Logger(label: "gateway")
    logger.logLevel = .critical
    let application = Application(
      responder: gateway, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { inlet.yield($0.localAddress?.port ?? 0) }, logger: logger)
    let services = ServiceGroup(
      configuration: .init(
        services: [.init(service: application), .init(service: server)], logger: logger))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await services.run() }
      var gatewayPort = 0
      for await port in ports {
        gatewayPort = port
        break
      }
      let harness = LineHarness(
        server: server, clock: clock, gateway: gateway,
        lineURL: "http://127.0.0.1:\(await server.port)",
        gatewayURL: "http://127.0.0.1:\(gatewayPort)/hooks/s3cret")
      let outcome: (any Error)?
      do {
        try await story(harness)
        outcome = nil
      } catch {
        outcome = error
      }
      await server.quiesce()
      await services.triggerGracefulShutdown()
      try await group.waitForAll()
      if let outcome { throw outcome }
    }
  }

  // MARK: Time

  /// Moves the clock from one due thing to the next, waiting for quiet at each.
  func advance(_ seconds: Double) async {
    let target = clock.now.addingTimeInterval(seconds)
    await server.quiesce()
    while let due = server.nextDue, due <= target {
      clock.set(due)
      await server.quiesce()
    }
    clock.set(target)
    await server.quiesce()
  }

  /// Waits until an answer is kept back for so many seconds from now.
  func untilKeptBack(_ seconds: Double) async {
    let deadline = clock.now.addingTimeInterval(seconds)
    while !clock.hasSleeper(until: deadline) { await Task.yield() }
  }

  // MARK: The gateway's side

  struct Answer: Sendable {
    let status: Int
    let contentType: String?
    let body: String
    var json: JSONValue? { JSONValue.read(body) }
  }

  func send(
    _ method: String, _ path: String, _ body: String = "", type: String? = nil,
    authorization: String? = nil
  ) async -> Answer? {
    let request = OutgoingRequest(
      method: method, url: lineURL + path, contentType: type, authorization: authorization,
      body: body)
    guard case .response(let status, let contentType, let bytes) = await client.send(request)
    else { return nil }
    return Answer(
      status: status, contentType: contentType, body: String(decoding: bytes, as: UTF8.self))
  }

  func elks(
    _ method: String, _ path: String, _ fields: [(String, String)] = [], user: String = user,
    password: String = "secret"
  ) async -> Answer? {
    let credentials = Data("\(user):\(password)".utf8).base64EncodedString()
    let form = FormFields(fields).encoded
    return await send(
      method, "/46elks/a1" + path + (method == "GET" && !form.isEmpty ? "?" + form : ""),
      method == "POST" ? form : "", type: "application/x-www-form-urlencoded",
      authorization: "Basic " + credentials)
  }

  @discardableResult
  func text(
    _ message: String = "Hej", _ extra: [(String, String)] = [], to number: String = People.ada
  ) async -> Answer? {
    await elks(
      "POST", "/sms",
      [("from", People.service), ("to", number), ("message", message)] + extra)
  }

  @discardableResult
  func call(
    to number: String = People.ada, ref: String = "a", timeout: Int? = nil,
    voiceStart: String? = nil
  ) async -> Answer? {
    var fields = [
      ("from", People.service), ("to", number),
      ("voice_start", voiceStart ?? "\(gatewayURL)/voice?ref=\(ref)"),
      ("whenhangup", "\(gatewayURL)/hangup?ref=\(ref)"),
    ]
    if let timeout { fields.append(("timeout", String(timeout))) }
    return await elks("POST", "/calls", fields)
  }

  func configure(_ fields: [(String, String)]) async {
    _ = await elks("POST", "/numbers/\(People.service.replacing("+", with: "%2B"))", fields)
  }

  /// Both incoming webhooks at their usual addresses.
  func configureNumber() async {
    await configure([("sms_url", "\(gatewayURL)/sms"), ("voice_start", "\(gatewayURL)/voice")])
  }

  // MARK: The harness's side

  @discardableResult
  func control(_ method: String, _ path: String, _ json: String = "") async -> Answer? {
    await send(method, "/control" + path, json, type: "application/json")
  }

  func behave(_ json: String, of number: String = People.ada) async {
    _ = await control("PUT", "/phones/\(number)/behaviour", json)
  }

  func fault(_ json: String) async {
    _ = await control("PUT", "/faults", "[\(json)]")
  }

  func phone(_ number: String = People.ada) async -> JSONValue {
    await control("GET", "/phones/\(number)")?.json ?? .null
  }

  func calls(_ number: String = People.ada) async -> [JSONValue] {
    await phone(number)["calls"]?.array ?? []
  }

  func texts(_ number: String = People.ada) async -> [JSONValue] {
    await phone(number)["texts"]?.array ?? []
  }

  func violations() async -> [String] {
    let answer = await control("GET", "/violations")?.json
    return (answer?["violations"]?.array ?? []).compactMap { $0["rule"]?.string }
  }

  // MARK: What the gateway says in calls

  func audio(_ name: String) -> String { "\(gatewayURL)/audio/\(name).wav" }

  func ask(_ name: String, _ more: String = "", next: String? = "keys") -> String {
    let tail = next.map { ", \"next\": \"\(gatewayURL)/\($0)\"" } ?? ""
    return "{\"ivr\": \"\(audio(name))\"\(more)\(tail)}"
  }

  func play(_ name: String, _ more: String = "") -> String {
    "{\"play\": \"\(audio(name))\"\(more)}"
  }

  /// A menu of 10 s that asks for one key and a thank-you of 2 s.
  func prepareMenu(_ more: String = ", \"timeout\": 5, \"repeat\": 1") {
    gateway.record("menu", seconds: 10, words: "Tryck ett.")
    gateway.record("thanks", seconds: 2, words: "Tack.")
    gateway.answer("/hooks/s3cret/voice", with: .action(ask("menu", more)))
    gateway.answer("/hooks/s3cret/keys", with: .action(play("thanks")))
  }

  func seen(_ name: String) -> [SeenRequest] { gateway.seen("/hooks/s3cret/\(name)") }

  /// Seconds on the line's clock from the first request of one name to the first of another.
  func seconds(from first: String, to second: String) -> Double? {
    guard let start = seen(first).first, let end = seen(second).first else { return nil }
    return end.at.timeIntervalSince(start.at)
  }
}
