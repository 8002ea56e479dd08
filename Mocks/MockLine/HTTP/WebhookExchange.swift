import NIOCore
import NIOHTTP1

/// One request and its answer at a time on one connection.
final class WebhookExchange: ChannelDuplexHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias OutboundIn = Order
  typealias OutboundOut = HTTPClientRequestPart

  struct Order: Sendable {
    let head: HTTPRequestHead
    let body: ByteBuffer
    let promise: EventLoopPromise<Outcome>
  }

  struct Outcome: Sendable {
    let result: OutgoingResult
    let isKeptAlive: Bool
  }

  struct TimedOut: Error {}
  /// The connection was closed before a byte of an answer came.
  struct StaleConnection: Error {}
  private struct TooLarge: Error {}

  private var promise: EventLoopPromise<Outcome>?
  private var head: HTTPResponseHead?
  private var body: [UInt8] = []
  private var patience: Scheduled<Void>?

  /// Real time: a gateway that hangs must not hang the telephone company.
  private static let patienceSeconds: Int64 = 30
  private static let bodyLimit = 8 * 1024 * 1024

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let order = unwrapOutboundIn(data)
    self.promise = order.promise
    head = nil
    body = []
    let channel = context.channel
    patience = context.eventLoop.scheduleTask(in: .seconds(Self.patienceSeconds)) {
      channel.pipeline.fireErrorCaught(TimedOut())
    }
    context.write(wrapOutboundOut(.head(order.head)), promise: nil)
    if order.body.readableBytes > 0 {
      context.write(wrapOutboundOut(.body(.byteBuffer(order.body))), promise: nil)
    }
    context.write(wrapOutboundOut(.end(nil)), promise: promise)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): self.head = head
    case .body(let buffer):
      body.append(contentsOf: buffer.readableBytesView)
      if body.count > Self.bodyLimit { fail(TooLarge(), context) }
    case .end: complete()
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    fail(head == nil ? StaleConnection() : ChannelError.eof as any Error, context)
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    fail(error, context)
  }

  private func complete() {
    guard let head, let promise = take() else { return }
    let result = OutgoingResult.response(
      status: Int(head.status.code), contentType: head.headers.first(name: "content-type"),
      body: body)
    promise.succeed(Outcome(result: result, isKeptAlive: head.isKeepAlive))
  }

  private func fail(_ error: any Error, _ context: ChannelHandlerContext) {
    take()?.fail(error)
    context.close(promise: nil)
  }

  private func take() -> EventLoopPromise<Outcome>? {
    patience?.cancel()
    patience = nil
    defer { promise = nil }
    return promise
  }
}
