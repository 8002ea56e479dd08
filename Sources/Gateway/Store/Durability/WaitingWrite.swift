import GatewayEngine

/// A write closure that waits for its turn on the writer's queue.
struct WaitingWrite: Sendable {
  /// Runs the closure. Its caller hears of it only when the group has been committed.
  let run: @Sendable (SQLiteTransaction) -> FinishedWrite
  /// Answers the caller that the closure was never run.
  let refuse: @Sendable (StoreFailure) -> Void

  init<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result,
    answering continuation: CheckedContinuation<Result, any Error>
  ) {
    refuse = { continuation.resume(throwing: $0) }
    run = { transaction in
      let outcome = Swift.Result<Result, any Error> {
        let value = try body(transaction)
        // A closure that swallowed a failure of the database has not happened wholly.
        if let failure = transaction.connection.health.failure { throw failure }
        return value
      }
      return FinishedWrite(outcome, answering: continuation)
    }
  }
}

/// A write closure that has run and waits for the commit.
struct FinishedWrite {
  let failed: Bool
  /// Answers the caller; with a failure when the commit did not come about.
  let resume: (StoreFailure?) -> Void

  fileprivate init<Result: Sendable>(
    _ outcome: Swift.Result<Result, any Error>,
    answering continuation: CheckedContinuation<Result, any Error>
  ) {
    switch outcome {
    case .success(let value):
      failed = false
      resume = { failure in
        if let failure {
          continuation.resume(throwing: failure)
        } else {
          continuation.resume(returning: value)
        }
      }
    case .failure(let error):
      failed = true
      resume = { _ in continuation.resume(throwing: error) }
    }
  }
}
