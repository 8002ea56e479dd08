import Foundation
import GatewayEngine
import GatewayHTTP
import Testing

@testable import GatewayProviders

/// Bytes as they come over the wire, one file each.
enum Fixture {
  static func bytes(_ name: String) throws -> [UInt8] {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Fixtures"))
    return Array(try Data(contentsOf: url))
  }
}
