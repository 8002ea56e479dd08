import Glibc

/// A TCP socket on 127.0.0.1, for the test server. Blocking calls, one thread each.
struct Socket: Sendable {
  let descriptor: Int32

  struct Failure: Error {
    let call: String
    let code: Int32
  }

  /// Bound to a free port, not yet listening: connections to it are refused.
  static func bound() throws -> Socket {
    let socket = Socket(descriptor: Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
    try check("socket", socket.descriptor)
    var address = loopback(port: 0)
    try check("bind", withSocketAddress(&address) { bind(socket.descriptor, $0, $1) })
    return socket
  }

  static func connected(to port: UInt16, blocking: Bool = true) throws -> Socket {
    let kind = Int32(SOCK_STREAM.rawValue) | (blocking ? 0 : Int32(SOCK_NONBLOCK.rawValue))
    let socket = Socket(descriptor: Glibc.socket(AF_INET, kind, 0))
    try check("socket", socket.descriptor)
    var address = loopback(port: port)
    let result = withSocketAddress(&address) { connect(socket.descriptor, $0, $1) }
    if blocking { try check("connect", result) }
    return socket
  }

  func listen(backlog: Int32 = 128) throws {
    try Self.check("listen", Glibc.listen(descriptor, backlog))
  }

  var port: UInt16 {
    var address = Self.loopback(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getsockname(descriptor, $0, &length)
      }
    }
    return UInt16(bigEndian: address.sin_port)
  }

  func accept() -> Socket? {
    let accepted = Glibc.accept(descriptor, nil, nil)
    return accepted < 0 ? nil : Socket(descriptor: accepted)
  }

  /// Nothing when the other end has closed.
  func read() -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    return count > 0 ? Array(buffer[..<count]) : []
  }

  /// False when the other end has gone.
  @discardableResult
  func write(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Wakes a thread that waits in `accept` or `read`.
  func interrupt() {
    shutdown(descriptor, Int32(SHUT_RDWR))
  }

  func close() {
    Glibc.close(descriptor)
  }

  /// Closes with a reset instead of a farewell.
  func reset() {
    var linger = Glibc.linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
    close()
  }

  private static func loopback(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  private static func withSocketAddress(
    _ address: inout sockaddr_in, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  private static func check(_ call: String, _ result: Int32) throws {
    guard result >= 0 else { throw Failure(call: call, code: errno) }
  }
}
