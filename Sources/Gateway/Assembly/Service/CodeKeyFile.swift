import Foundation
package import GatewayEngine

/// The key that personal codes are hashed with: configured, or kept in a file beside the database.
package enum CodeKeyFile {
  static let bytes = 32

  /// Makes the file at the first call. Whoever loses it must hand out all codes anew, so it belongs
  /// in the backup.
  package static func key(
    for configuration: GatewayConfiguration, random: any RandomSource = SystemRandom()
  ) throws -> [UInt8] {
    if let text = configuration.codesKey { return Array(text.utf8) }
    let path = configuration.databasePath + ".key"
    if let data = FileManager.default.contents(atPath: path), data.count >= bytes {
      return Array(data)
    }
    return try make(at: path, random: random)
  }

  /// Written aside and linked into place, so that two processes agree on the first one's key.
  private static func make(at path: String, random: any RandomSource) throws -> [UInt8] {
    let aside = "\(path).\(ProcessInfo.processInfo.processIdentifier)"
    defer { try? FileManager.default.removeItem(atPath: aside) }
    let isWritten = FileManager.default.createFile(
      atPath: aside, contents: Data(random.bytes(bytes)), attributes: [.posixPermissions: 0o600])
    guard isWritten else { throw unwritable(path) }
    try? FileManager.default.linkItem(atPath: aside, toPath: path)
    guard let data = FileManager.default.contents(atPath: path), data.count >= bytes else {
      throw unwritable(path)
    }
    return Array(data)
  }

  private static func unwritable(_ path: String) -> ConfigurationRefused {
    ConfigurationRefused(findings: [
      .error("\(path) cannot be written. Make its folder writable, or set codes.key.")
    ])
  }
}
