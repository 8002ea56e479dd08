import Foundation

/// The folder that the database lies in.
package enum DatabaseFolder {
  /// Makes it where it is missing, for this user alone. Says what to do when that fails.
  package static func prepare(for databasePath: String) throws {
    let folder = URL(filePath: databasePath).deletingLastPathComponent()
    guard !FileManager.default.fileExists(atPath: folder.path) else { return }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw ConfigurationRefused(findings: [
        .error(
          "The folder \(folder.path) of database.url cannot be made. Make it, owned by the user "
            + "that runs gatewayd, or set database.url to another place.")
      ])
    }
  }
}

/// A secret in a file of its own.
enum SecretFile {
  static func text(at path: String) -> String? {
    (try? String(contentsOfFile: path, encoding: .utf8))?.trimmingWhitespace
  }
}
