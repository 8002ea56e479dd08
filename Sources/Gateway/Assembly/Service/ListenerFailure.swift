import Foundation
import NIOCore

/// A listener could not be opened, or ended.
struct ListenerFailure: Error, CustomStringConvertible {
  let description: String

  init(mapping error: any Error, _ configuration: GatewayConfiguration) {
    guard let failure = error as? IOError else {
      description = "\(error)"
      return
    }
    let ports = "http.port \(configuration.http.port) and ops.port \(configuration.operations.port)"
    switch failure.errnoCode {
    case EADDRINUSE:
      description =
        "A port is in use. Stop the other program, or change one of \(ports)."
    case EADDRNOTAVAIL:
      description = "An address is not one of this machine's. Correct http.bind or ops.bind."
    case EACCES, EPERM:
      description = "This user may not open a port below 1024. Change one of \(ports)."
    default: description = "A listener failed (\(failure.errnoCode)). Check \(ports)."
    }
  }
}
