import CheckinFlows
import Foundation
import GatewayEngine
package import GatewayStore

/// A store on a real file in a folder of its own, which goes when this object does.
package final class TemporaryStore: Sendable {
  package let store: SQLiteStore
  package let clock: ManualClock
  private let folder: TemporaryFolder

  package var path: String { folder.path(of: "gatewayd.db") }

  /// An empty store: the first tenant, and nothing else.
  package init(clock: ManualClock = ManualClock()) throws {
    folder = try TemporaryFolder()
    self.clock = clock
    store = try SQLiteStore.open(path: folder.path(of: "gatewayd.db"), clock: clock)
  }

  /// With Ada, Bo and Cleo, two operators on duty, and the default policy.
  package static func withCast(clock: ManualClock = ManualClock()) async throws -> TemporaryStore {
    let temporary = try TemporaryStore(clock: clock)
    try await temporary.store.write { try Cast.save(in: $0, at: ManualClock.evening) }
    return temporary
  }

  /// The same file once more, as another process would open it.
  package func openAgain() throws -> SQLiteStore {
    try SQLiteStore.open(path: path, clock: clock)
  }
}

/// An empty folder that is removed with this object.
package final class TemporaryFolder: Sendable {
  private let url: URL

  package init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "gatewayd-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  package func path(of name: String) -> String {
    url.appending(path: name).path(percentEncoded: false)
  }

  deinit {
    // A folder that stays behind harms no test.
    try? FileManager.default.removeItem(at: url)
  }
}
