package import GatewayWeb
package import Hummingbird
package import ServiceLifecycle

/// What runs and answers beside the gateway in one process: the demo's own parts. The service has
/// none.
package struct Companions: Sendable {
  /// Run as long as the gateway, and are stopped last.
  package var services: [any Service] = []
  /// What else the public listener answers.
  package var addRoutes: @Sendable (Router<WebRequestContext>) -> Void = { _ in }

  package init() {}
}
