import Foundation
import GatewayEngine
import GatewayStore

/// Whether a `serve` works on the database now.
enum ServeProbe {
  /// Takes the lock for a moment, where it is free.
  static func isServing(_ databasePath: String) -> Bool {
    guard FileManager.default.fileExists(atPath: databasePath + ".serve") else { return false }
    do {
      _ = try ServeLock(databasePath: databasePath)
      return false
    } catch StoreFailure.locked {
      return true
    } catch {
      return false
    }
  }
}
