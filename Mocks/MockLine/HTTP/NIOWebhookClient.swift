import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A small client over plain HTTP that keeps its connections, for loopback and test networks.
final class NIOWebhookClient: WebhookClient {
  private let group: any EventLoopGroup
  private let idle = Mutex<[Origin: [any Channel]]>([:])

  private static let idleLimitPerOrigin = 256

  private struct Origin: Hashable {
    let host: String
    let port: Int
  }

  private struct Target {
    let origin: Origin
    let pathAndQuery: String
    let authority: String
  }

  private let keepsConnections: Bool

  init(
    group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
    keepsConnections: Bool = true
  ) {
    self.group = group
    self.keepsConnections = keepsConnections
  }

  deinit {
    for channels in idle.withLock({ $0.values.map { $0 } }) {
      for channel in channels { channel.close(promise: nil) }
    }
  }

  func send(_ request: OutgoingRequest) async -> OutgoingResult {
    guard let target = Self.target(of: request.url) else {
      return .unreachable(reason: "only plain http is spoken here")
    }
    if let channel = takeIdle(target.origin) {
      do {
        return try await exchange(request, target, on: channel)
      } catch is WebhookExchange.StaleConnection {
        // It was closed at the other end before our request was seen; a new one is opened.
      } catch {
        return Self.unreachable(error)
      }
    }
    do {
      let channel = try await connect(target.origin)
      return try await exchange(request, target, on: channel)
    } catch {
      return Self.unreachable(error)
    }
  }

  private static func unreachable(_ error: any Error) -> OutgoingResult {
    switch error {
    case is WebhookExchange.TimedOut: .unreachable(reason: "no answer in time")
    case is WebhookExchange.StaleConnection, is ChannelError:
      .unreachable(reason: "connection closed")
    case _: .unreachable(reason: "no connection")
    }
  }

  private static func target(of url: String) -> Target? {
    guard url.lowercased().hasPrefix("http://") else { return nil }
    let rest = url.dropFirst("http://".count).prefix { $0 != "#" }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    let path = rest.dropFirst(authority.count)
    let halves = authority.split(separator: ":", maxSplits: 1)
    guard let host = halves.first else { return nil }
    let port = halves.count > 1 ? Int(halves[1]) ?? 80 : 80
    return Target(
      origin: Origin(host: String(host), port: port),
      pathAndQuery: path.hasPrefix("/") ? String(path) : "/" + path, authority: String(authority))
  }

  private func takeIdle(_ origin: Origin) -> (any Channel)? {
    idle.withLock { idle in
      while let channel = idle[origin]?.popLast() {
        if channel.isActive { return channel }
      }
      return nil
    }
  }

  private func keep(_ channel: any Channel, _ origin: Origin) {
    let isKept = idle.withLock { idle in
      guard idle[origin, default: []].count < Self.idleLimitPerOrigin else { return false }
      idle[origin, default: []].append(channel)
      return true
    }
    if !isKept { channel.close(promise: nil) }
  }

  private func connect(_ origin: Origin) async throws -> any Channel {
    try await ClientBootstrap(group: group)
      .connectTimeout(.seconds(5))
      .channelOption(.socketOption(.tcp_nodelay), value: 1)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHTTPClientHandlers()
          try channel.pipeline.syncOperations.addHandler(WebhookExchange())
        }
      }
      .connect(host: origin.host, port: origin.port).get()
  }

  private func exchange(
    _ request: OutgoingRequest, _ target: Target, on channel: any Channel
  ) async throws -> OutgoingResult {
    var head = HTTPRequestHead(
      version: .http1_1, method: .RAW(value: request.method), uri: target.pathAndQuery)
    head.headers.add(name: "Host", value: target.authority)
    head.headers.add(name: "User-Agent", value: "MockLine")
    head.headers.add(name: "Content-Length", value: String(request.body.utf8.count))
    if let authorization = request.authorization {
      head.headers.add(name: "Authorization", value: authorization)
    }
    if let contentType = request.contentType {
      head.headers.add(name: "Content-Type", value: contentType)
    }
    let promise = channel.eventLoop.makePromise(of: WebhookExchange.Outcome.self)
    channel.writeAndFlush(
      WebhookExchange.Order(
        head: head, body: channel.allocator.buffer(string: request.body), promise: promise)
    ).cascadeFailure(to: promise)
    let outcome = try await withTaskCancellationHandler {
      try await promise.futureResult.get()
    } onCancel: {
      channel.close(promise: nil)
    }
    if outcome.isKeptAlive, keepsConnections {
      keep(channel, target.origin)
    } else {
      channel.close(promise: nil)
    }
    return outcome.result
  }
}
