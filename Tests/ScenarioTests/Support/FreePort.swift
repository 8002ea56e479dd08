import Foundation
import Synchronization

/// A port of loopback that nobody listens on, and that nobody else is given: below those that the
/// system lends to outgoing connections, and each one once in this process.
enum FreePort {
  struct NoneLeft: Error {}

  private static let range = 20_000..<32_000
  /// Two processes begin far apart.
  private static let latest = Atomic(Int(getpid()) &* 97)

  static func take() throws -> Int {
    for _ in range {
      let drawn = latest.add(1, ordering: .relaxed).newValue
      let port = range.lowerBound + drawn % range.count
      if try isFree(port) { return port }
    }
    throw NoneLeft()
  }

  private static func isFree(_ port: Int) throws -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw NoneLeft() }
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    address.sin_port = in_port_t(port).bigEndian
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }
}

/// Rendered prompts that all tests share: their names say what is in them, so that sharing changes
/// nothing but the time that rendering takes.
enum SharedPrompts {
  static var folder: String {
    FileManager.default.temporaryDirectory.appending(path: "gatewayd-test-prompts")
      .path(percentEncoded: false)
  }
}
