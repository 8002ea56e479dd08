import GatewayEngine
import Synchronization

/// A real store whose disk can be filled and emptied again.
final class FaultyStore: Store {
  private let store: any Store
  private let full = Mutex(false)

  init(_ store: any Store) { self.store = store }

  var isFull: Bool {
    get { full.withLock { $0 } }
    set { full.withLock { $0 = newValue } }
  }

  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) async throws -> Result {
    if isFull { throw StoreFailure.diskFull }
    return try await store.write(body)
  }

  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreReading) throws -> Result
  ) async throws -> Result {
    try await store.read(body)
  }

  func close() async { await store.close() }
}
