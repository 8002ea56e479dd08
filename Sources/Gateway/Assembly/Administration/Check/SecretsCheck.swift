import Foundation

/// Secrets that lie in files: there, and for nobody else to read. What is missing among the keys
/// is found when the configuration is read.
struct SecretsCheck {
  private let configuration: GatewayConfiguration

  init(_ configuration: GatewayConfiguration) {
    self.configuration = configuration
  }

  func findings() -> [ConfigurationFinding] {
    let database = configuration.databasePath
    return [database, database + ".key"].compactMap(openToOthers) + tokenFindings()
  }

  private func openToOthers(_ path: String) -> ConfigurationFinding? {
    let facts = try? FileManager.default.attributesOfItem(atPath: path)
    guard let rights = facts?[.posixPermissions] as? NSNumber, rights.intValue & 0o077 != 0 else {
      return nil
    }
    return .warning("\(path) can be read by other users. Close it: `chmod 600 \(path)`.")
  }

  private func tokenFindings() -> [ConfigurationFinding] {
    guard let path = configuration.operationsTokenFile else { return [] }
    guard SecretFile.text(at: path)?.isEmpty == false else {
      return [
        .error("ops.token-file \(path) cannot be read, or is empty.", key: "ops.token-file")
      ]
    }
    return []
  }
}
