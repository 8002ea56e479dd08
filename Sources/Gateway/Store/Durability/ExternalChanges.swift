import CheckinFlows
import GRDB
import GatewayEngine

extension SQLiteStore {
  /// A number that changes when another process has changed the database; our own commits leave it.
  package func dataVersion() async throws -> Int {
    do {
      return try await pool.writeWithoutTransaction {
        try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0
      }
    } catch let error as DatabaseError {
      throw StoreFailure(error)
    }
  }

  /// One element soon after other processes have changed something; ends with the task.
  ///
  /// - Parameter milliseconds: between two looks, each of which reads one number from memory.
  package func externalChanges(everyMilliseconds milliseconds: Int64 = 500) -> AsyncStream<Void> {
    let watcher = ExternalChangeWatcher(store: self, milliseconds: milliseconds)
    return AsyncStream { await watcher.nextChange() }
  }
}

private actor ExternalChangeWatcher {
  private let store: SQLiteStore
  private let milliseconds: Int64
  private var seen: Int?

  init(store: SQLiteStore, milliseconds: Int64) {
    self.store = store
    self.milliseconds = milliseconds
  }

  func nextChange() async -> Void? {
    while !Task.isCancelled {
      // A look that fails is tried again: the next write tells what is wrong.
      let version = try? await store.dataVersion()
      defer { seen = version ?? seen }
      if let version, let seen, version != seen { return () }
      if seen == nil { seen = version }
      let now = store.clock.now().milliseconds
      guard (try? await store.clock.sleep(until: Instant(milliseconds: now + milliseconds))) != nil
      else { return nil }
    }
    return nil
  }
}
