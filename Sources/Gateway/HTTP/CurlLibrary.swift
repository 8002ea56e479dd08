import CCurl

/// libcurl as a whole, which must be prepared once in a process.
package enum CurlLibrary {
  /// libcurl cannot be used here. Nothing can be sent; the installation must be repaired.
  package struct Unavailable: Error, Sendable, CustomStringConvertible {
    package var description: String { "libcurl could not be started; reinstall libcurl4" }
  }

  private static let isPrepared = ccurl_global_init() == CURLE_OK

  /// Call it early and from one thread; later calls do nothing.
  package static func prepare() throws(Unavailable) {
    guard isPrepared else { throw Unavailable() }
  }
}
