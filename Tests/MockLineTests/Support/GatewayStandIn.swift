import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization

@testable import MockLine

/// A request that the telephone company sent to the gateway.
struct SeenRequest: Sendable {
  let method: String
  let path: String
  let query: String
  let contentType: String?
  let fields: FormFields
  let at: Date

  subscript(name: String) -> String? { fields[name] }
}

/// What a test wants the gateway to answer.
struct GatewayAnswer: Sendable {
  var status = 204
  var contentType = "application/json"
  var body = ""

  static let stored = GatewayAnswer()
  static func action(_ json: String) -> GatewayAnswer { GatewayAnswer(status: 200, body: json) }
  static func status(_ status: Int) -> GatewayAnswer { GatewayAnswer(status: status) }
}

/// Stands in for the gateway: remembers what it was asked and answers by path.
final class GatewayStandIn: HTTPResponder {
  typealias Context = BasicRequestContext

  private struct State {
    var seen: [SeenRequest] = []
    var answers: [String: [GatewayAnswer]] = [:]
    var words: [String: (seconds: Double, words: String?)] = [:]
  }

  private let state = Mutex(State())
  private let clock: ManualLineClock
  /// Called while a request is being answered, before it is.
  private let interruption = Mutex<(@Sendable (SeenRequest) -> Void)?>(nil)

  init(clock: ManualLineClock) { self.clock = clock }

  /// Answers to a path, one after the other; the last one stays.
  func answer(_ path: String, with answers: GatewayAnswer...) {
    state.withLock { $0.answers[path] = answers }
  }

  /// An audio file of so many seconds of silence, with the words beside it.
  func record(_ name: String, seconds: Double, words: String?) {
    state.withLock { $0.words[name] = (seconds, words) }
  }

  func whileAnswering(_ body: @escaping @Sendable (SeenRequest) -> Void) {
    interruption.withLock { $0 = body }
  }

  var seen: [SeenRequest] { state.withLock { $0.seen } }
  func seen(_ path: String) -> [SeenRequest] { seen.filter { $0.path == path } }

  func respond(to request: Request, context: Context) async throws -> Response {
    let body = try await request.body.collect(upTo: 65_536)
    let seen = SeenRequest(
      method: request.method.rawValue, path: request.uri.path, query: request.uri.query ?? "",
      contentType: request.headers[.contentType],
      fields: FormFields(decoding: String(buffer: body)), at: clock.now)
    state.withLock { $0.seen.append(seen) }
    interruption.withLock({ $0 })?(seen)
    if request.method == .get { return audio(seen.path) }
    let answer = next(seen.path)
    return Response(
      status: .init(code: answer.status),
      headers: answer.body.isEmpty ? [:] : [.contentType: answer.contentType],
      body: ResponseBody(byteBuffer: ByteBuffer(string: answer.body)))
  }

  private func next(_ path: String) -> GatewayAnswer {
    state.withLock { state in
      guard let answers = state.answers[path], let first = answers.first else { return .stored }
      if answers.count > 1 { state.answers[path]?.removeFirst() }
      return first
    }
  }

  private func audio(_ path: String) -> Response {
    let name = path.split(separator: "/").last.map { String($0.dropLast(4)) } ?? ""
    guard let entry = state.withLock({ $0.words[name] }) else {
      return Response(status: .notFound)
    }
    if path.hasSuffix(".txt") {
      guard let words = entry.words else { return Response(status: .notFound) }
      return Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: words)))
    }
    return Response(
      status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: silence(entry.seconds))))
  }
}

/// A WAV file of 8 kHz, 16 bit, mono silence.
func silence(_ seconds: Double) -> [UInt8] {
  let size = Int(seconds * 16_000)
  func little(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(value >> (8 * $0) & 0xFF) }
  }
  let format =
    Array("WAVEfmt ".utf8) + little(16, 4) + little(1, 2) + little(1, 2) + little(8000, 4)
    + little(16_000, 4) + little(2, 2) + little(16, 2)
  return Array("RIFF".utf8) + little(36 + size, 4) + format + Array("data".utf8) + little(size, 4)
    + [UInt8](repeating: 0, count: size)
}
