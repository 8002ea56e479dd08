import Foundation

/// Both listeners can be opened, or are open because our own `serve` runs.
struct PortCheck {
  private let configuration: GatewayConfiguration
  private let isServing: Bool

  init(_ configuration: GatewayConfiguration, isServing: Bool) {
    self.configuration = configuration
    self.isServing = isServing
  }

  func findings() -> [ConfigurationFinding] {
    let (http, ops) = (configuration.http, configuration.operations)
    guard http != ops || http.port == 0 else {
      return [
        .error("http.port and ops.port are the same. Give each its own.", key: "ops.port")
      ]
    }
    return [finding("http", http), finding("ops", ops)].compactMap(\.self)
  }

  private func finding(
    _ group: String, _ listener: GatewayConfiguration.Listener
  ) -> ConfigurationFinding? {
    guard let fault = PortProbe.fault(host: listener.host, port: listener.port) else { return nil }
    let key = "\(group).port"
    switch fault {
    case EADDRINUSE:
      // A `serve` on this very database has taken them.
      guard !isServing else { return nil }
      return .error(
        "\(key) \(listener.port) is in use by another program. Stop it, or change \(key).",
        key: key)
    case EADDRNOTAVAIL, EINVAL:
      return .error(
        "\(group).bind \(listener.host) is not an address of this machine.", key: "\(group).bind")
    case EACCES, EPERM:
      return .error(
        "This user may not open \(key) \(listener.port). Choose one above 1023.", key: key)
    default:
      return .error("\(key) \(listener.port) cannot be opened (error \(fault)).", key: key)
    }
  }
}

/// Opens a port for a moment, without listening on it.
enum PortProbe {
  /// The system's error number; `nil` when the port can be had.
  static func fault(host: String, port: Int) -> Int32? {
    var hints = addrinfo()
    hints.ai_flags = AI_PASSIVE
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0, let address = found else {
      return EADDRNOTAVAIL
    }
    defer { freeaddrinfo(found) }
    let descriptor = socket(
      address.pointee.ai_family, address.pointee.ai_socktype, address.pointee.ai_protocol)
    guard descriptor >= 0 else { return errno }
    defer { close(descriptor) }
    var yes: Int32 = 1
    setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    let isBound = bind(descriptor, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0
    return isBound ? nil : errno
  }
}
