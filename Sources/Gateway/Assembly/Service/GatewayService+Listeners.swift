import GatewayEngine
import GatewayWeb
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// The two listeners.
extension GatewayService {
  func publicListener(
    adding addRoutes: (Router<WebRequestContext>) -> Void = { _ in },
    onReady: @escaping @Sendable (Int) async -> Void
  ) -> any Service {
    let router = Router(context: WebRequestContext.self)
    WebhookRoutes(
      providers: providers.map { ($0.configuration.kind, $0.provider) }, desk: engine,
      clock: engine.core.clock,
      onRejection: { [metrics = engine.core.metrics] reason in
        metrics.count(.webhookRejected, ["reason": reason.rawValue])
      }
    ).add(to: router)
    AudioRoutes(audio: audio).add(to: router)
    APIRoutes(
      store: store, clock: engine.core.clock, actions: actions, access: access, zone: zone
    ).add(to: router)
    addRoutes(router)
    return Application(
      router: router, configuration: .init(address: address(configuration.http)),
      onServerRunning: { channel in await onReady(channel.localAddress?.port ?? 0) },
      logger: logger)
  }

  func operationsListener() -> any Service {
    let router = Router(context: WebRequestContext.self)
    let token = configuration.operationsTokenFile.flatMap { SecretFile.text(at: $0) }
    HealthRoutes(source: GatewayHealth(core: engine.core), metricsToken: token).add(to: router)
    return Application(
      router: router, configuration: .init(address: address(configuration.operations)),
      logger: logger)
  }

  private func address(_ listener: GatewayConfiguration.Listener) -> BindAddress {
    .hostname(listener.host, port: listener.port)
  }
}
