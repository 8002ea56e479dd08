package import Hummingbird
import NIOCore

/// What a handler knows of its request beside the request itself.
package struct WebRequestContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The address of the connection itself, without its port.
  package let peer: String?

  package init(source: ApplicationRequestContextSource) {
    self.coreContext = .init(source: source)
    self.peer = source.channel.remoteAddress?.ipAddress
  }
}
