import GRDB
package import GatewayEngine

/// Durable memory in one SQLite file: one writer whose commits are grouped and flushed to the disk,
/// readers beside it, and other processes on the same file.
package final class SQLiteStore: Store {
  package let path: String
  let pool: DatabasePool
  let clock: any EngineClock
  private let committer: GroupCommitter

  init(path: String, pool: DatabasePool, clock: any EngineClock) {
    self.path = path
    self.pool = pool
    self.clock = clock
    self.committer = GroupCommitter(pool: pool)
  }

  /// How many writes wait for the disk; near `GroupCommitter.mostWaiting` they are refused.
  package var waitingWrites: Int { committer.waitingWrites }

  /// A task that is cancelled while it waits does not undo its write.
  package func write<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      committer.enqueue(WaitingWrite(body, answering: continuation))
    }
  }

  /// Throws `CancellationError` when the task is cancelled: nothing is lost with a read.
  package func read<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreReading) throws -> Result
  ) async throws -> Result {
    do {
      return try await pool.read { database in
        try body(SQLiteSnapshot(connection: Connection(database: database)))
      }
    } catch let error as DatabaseError {
      throw StoreFailure(error)
    }
  }

  /// Does what waits, folds the write-ahead log into the file, and closes. The file alone is then a
  /// complete copy.
  package func close() async {
    await committer.closeAndFinish()
    // Not by GRDB's async calls: a service that stops is cancelled, and they would do nothing.
    await withCheckedContinuation { continuation in
      pool.asyncWriteWithoutTransaction { database in
        // Fails while another process reads; then the last one to leave folds it in.
        _ = try? database.checkpoint(.truncate)
        continuation.resume()
      }
    }
    try? pool.close()
  }
}
