import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// A request's surroundings; keeps the connection, because some faults cut it.
struct LineContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    channel = source.channel
  }
}

/// Turns web requests into the line's own words and its answers back.
struct LineResponder: HTTPResponder {
  let switchboard: Switchboard

  private static let bodyLimit = 1024 * 1024

  func respond(to request: Request, context: LineContext) async throws -> Response {
    guard let lineRequest = try await Self.read(request) else {
      return Response(status: .contentTooLarge)
    }
    switch lineRequest.path.first?.lowercased() {
    case "46elks": return try await answer(lineRequest, from: .fortySixElks, context)
    case "control": return await control(lineRequest)
    case _: return await PageRoutes(switchboard: switchboard).answer(lineRequest)
    }
  }

  private static func read(_ request: Request) async throws -> LineRequest? {
    let body = try? await request.body.collect(upTo: bodyLimit)
    guard let body else { return nil }
    let path = request.uri.path.split(separator: "/").map {
      FormFields.decode($0.replacing("+", with: "%2B"))
    }
    return LineRequest(
      method: request.method.rawValue, path: path,
      query: FormFields(decoding: request.uri.query ?? ""),
      authorization: request.headers[.authorization], body: String(buffer: body))
  }

  private func control(_ request: LineRequest) async -> Response {
    switch request.path.dropFirst().first {
    case "quiet":
      await switchboard.quiesce()
      return Self.response(.noContent)
    case "clock":
      defer { switchboard.clockWasSet() }
      return Self.response(ControlClock.answer(request, switchboard.clock))
    case _:
      return Self.response(switchboard.apply { ControlRoutes.answer(request, &$0, at: $1) })
    }
  }

  private func answer(
    _ request: LineRequest, from provider: Provider, _ context: LineContext
  ) async throws -> Response {
    let inner = LineRequest(
      method: request.method, path: Array(request.path.dropFirst()), query: request.query,
      authorization: request.authorization, body: request.body)
    let (answer, ticket) = switchboard.beginRequest { company, now in
      company.faces[provider]?.answer(inner, company: &company, at: now)
        ?? .text("Not found", status: 404)
    }
    return try await deliver(answer, ticket, context)
  }

  private func deliver(
    _ answer: LineAnswer, _ ticket: RequestTicket, _ context: LineContext
  ) async throws -> Response {
    switch answer.manner {
    case .whole: return finishing(answer, ticket)
    case .closedAtOnce: return closing(context)
    case .cutOff: return cutOff(answer, ticket, context)
    case .late(let seconds):
      ticket.finish()
      await switchboard.pause(seconds: seconds)
      return Self.response(answer)
    case .never(let seconds):
      ticket.finish()
      await switchboard.pause(seconds: seconds)
      return closing(context)
    case .afterItsCallbacks:
      ticket.finish()
      await switchboard.quiesce()
      return Self.response(answer)
    }
  }

  /// Writes the answer first; only then may what it set off begin.
  private func finishing(_ answer: LineAnswer, _ ticket: RequestTicket) -> Response {
    var response = Self.response(answer)
    let buffer = ByteBuffer(string: answer.body)
    response.body = ResponseBody(contentLength: buffer.readableBytes) { writer in
      defer { ticket.finish() }
      if buffer.readableBytes > 0 { try await writer.write(buffer) }
      try await writer.finish(nil)
    }
    return response
  }

  private func closing(_ context: LineContext) -> Response {
    context.channel.close(promise: nil)
    return Response(status: .internalServerError)
  }

  private func cutOff(
    _ answer: LineAnswer, _ ticket: RequestTicket, _ context: LineContext
  ) -> Response {
    var response = Self.response(answer)
    let channel = context.channel
    let whole = ByteBuffer(string: answer.body)
    let half = ByteBuffer(string: String(answer.body.prefix(answer.body.count / 2)))
    response.body = ResponseBody(contentLength: whole.readableBytes) { writer in
      defer { ticket.finish() }
      try await writer.write(half)
      channel.close(promise: nil)
      throw CancellationError()
    }
    return response
  }

  static func response(_ answer: LineAnswer) -> Response {
    var headers = HTTPFields()
    if answer.status != 204 { headers[.contentType] = answer.contentType }
    headers[.cacheControl] = "no-store"
    if let seconds = answer.retryAfterSeconds { headers[.retryAfter] = String(seconds) }
    return Response(
      status: .init(code: answer.status), headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(string: answer.body)))
  }
}
