package import GatewayEngine
package import Hummingbird
import NIOCore

/// What a handler knows of its request beside the request itself.
package struct WebRequestContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The address of the connection itself, without its port.
  package let peer: String?
  /// The bearer token of a request to the JSON API, once it is found valid.
  package var token: TokenRow?

  package init(source: ApplicationRequestContextSource) {
    self.coreContext = .init(source: source)
    self.peer = source.channel.remoteAddress?.ipAddress
  }
}
