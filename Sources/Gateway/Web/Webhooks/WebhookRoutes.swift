package import GatewayEngine
import HTTPTypes
package import Hummingbird
import Logging
import NIOCore

/// `/hooks/{kind}/{secret}/…`: what telephone companies post to us.
///
/// The provider reads the raw request; nothing of its dialect is known here.
package struct WebhookRoutes: Sendable {
  /// Larger than any form that a provider sends, small enough to refuse a flood.
  static let largestBody = 64 * 1024

  let providers: [(kind: String, provider: any TelephonyProvider)]
  let desk: any InboundDesk
  let onRejection: @Sendable (WebhookRejection) -> Void
  let clock: any EngineClock
  let rejections = RejectionLog()

  package init(
    providers: [(kind: String, provider: any TelephonyProvider)], desk: any InboundDesk,
    clock: any EngineClock, onRejection: @escaping @Sendable (WebhookRejection) -> Void
  ) {
    self.providers = providers
    self.desk = desk
    self.clock = clock
    self.onRejection = onRejection
  }

  package func add(to router: Router<WebRequestContext>) {
    router.post("/hooks/:kind/**") { request, context in
      try await handle(request, context)
    }
  }

  private func handle(_ request: Request, _ context: WebRequestContext) async throws -> Response {
    let kind = try context.parameters.require("kind")
    let candidates = providers.filter { $0.kind == kind }.map(\.provider)
    guard let webhook = try await rawRequest(request, context) else {
      return Response(status: .contentTooLarge)
    }
    var rejection = WebhookRejection.unknownPath
    for provider in candidates {
      switch provider.decode(webhook) {
      case .rejected(let reason): rejection = reason
      case .events(let events): return await store(events, from: provider, context)
      case .turn(let turn): return response(await desk.answer(turn, from: provider.name))
      }
    }
    tell(rejection, context)
    return Response(status: status(of: rejection))
  }

  private func tell(_ rejection: WebhookRejection, _ context: WebRequestContext) {
    onRejection(rejection)
    guard let count = rejections.lineCount(at: clock.now()) else { return }
    context.logger.notice(
      "webhook.rejected", metadata: ["reason": "\(rejection.rawValue)", "count": "\(count)"])
  }

  /// 2xx means stored. Anything else makes the provider repeat it.
  private func store(
    _ events: [InboundEvent], from provider: any TelephonyProvider, _ context: WebRequestContext
  ) async -> Response {
    do {
      try await desk.receive(events, from: provider.name)
      return Response(status: .noContent)
    } catch {
      context.logger.error("webhook.not-stored", metadata: ["provider": "\(provider.name)"])
      return Response(status: .serviceUnavailable)
    }
  }

  private func status(of rejection: WebhookRejection) -> HTTPResponse.Status {
    switch rejection {
    case .notAuthentic: .forbidden
    case .malformed: .badRequest
    case .unknownPath: .notFound
    }
  }

  /// `nil` when the body is larger than we take.
  private func rawRequest(
    _ request: Request, _ context: WebRequestContext
  ) async throws -> WebhookRequest? {
    let body: ByteBuffer
    do {
      body = try await request.body.collect(upTo: Self.largestBody)
    } catch is NIOTooManyBytesError {
      return nil
    }
    return WebhookRequest(
      method: request.method.rawValue, target: request.uri.string,
      headers: request.headers.map { ($0.name.canonicalName, $0.value) },
      body: Array(body.readableBytesView), peer: context.peer)
  }

  private func response(_ answer: WebhookAnswer) -> Response {
    var headers = HTTPFields()
    headers[.contentType] = answer.contentType
    return Response(
      status: .init(code: answer.status), headers: headers,
      body: answer.body.isEmpty ? .init() : .init(byteBuffer: ByteBuffer(bytes: answer.body)))
  }
}
