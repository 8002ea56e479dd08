/// The bounds of one `CurlClient`.
package struct TransferLimits: Sendable, Hashable {
  /// Requests to one server at a time, each on its own connection (or stream, with HTTP/2).
  /// A provider takes some 50 to 300 ms for a text: 256 at a time are 1,000 or more a second.
  package var perHost: Int
  /// Requests at a time, to all servers together.
  package var total: Int
  /// Requests that wait for their turn; one more is refused as `.overloaded`.
  package var waiting: Int
  /// A connection that has been idle longer is not used again: the older it is, the likelier
  /// that the server is closing it just as a request leaves on it.
  package var idleConnectionSeconds: Int
  /// How long `shutdown` lets running requests finish.
  package var shutdownGraceSeconds: Double
  /// Take the proxy from `https_proxy`, `all_proxy` and `no_proxy`. Never for this machine itself.
  package var usesEnvironmentProxy: Bool
  /// A file of certificates (PEM) to trust instead of the system's.
  package var authoritiesFile: String?

  package init(
    perHost: Int = 256, total: Int = 512, waiting: Int = 4096, idleConnectionSeconds: Int = 20,
    shutdownGraceSeconds: Double = 5, usesEnvironmentProxy: Bool = false,
    authoritiesFile: String? = nil
  ) {
    self.perHost = max(1, perHost)
    self.total = max(1, total)
    self.waiting = max(0, waiting)
    self.idleConnectionSeconds = max(1, idleConnectionSeconds)
    self.shutdownGraceSeconds = max(0, shutdownGraceSeconds)
    self.usesEnvironmentProxy = usesEnvironmentProxy
    self.authoritiesFile = authoritiesFile
  }
}

/// The most bytes of headers in an answer.
let maxResponseHeaderBytes = 64 * 1024
