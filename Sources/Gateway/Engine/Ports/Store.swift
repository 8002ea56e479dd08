/// Durable memory. One implementation over SQLite; every one of them passes the conformance tests.
///
/// A write closure is synchronous, touches nothing but its transaction, and is atomic: it happens
/// wholly or, when it throws, not at all. Closures that wait are grouped into one durable commit,
/// a savepoint each, so that one that throws does not take the others with it.
package protocol Store: Sendable {
  /// Runs `body` and returns when its result is on disk (`synchronous=FULL`).
  /// Throws what `body` threw, or `StoreFailure` when the commit itself failed: then nothing of
  /// it happened, and the caller must not answer 2xx.
  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) async throws -> Result

  /// Runs `body` on a snapshot, beside writers.
  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreReading) throws -> Result
  ) async throws -> Result

  /// Finishes what has been handed in and closes the file.
  func close() async
}

/// Why the store could not do its work. The text says what an administrator can do about it and
/// holds no personal data.
package enum StoreFailure: Error, Hashable, Sendable {
  case diskFull
  case readOnly
  case locked(holder: String)
  case corrupt(String)
  case newerSchema(found: Int, known: Int)
  case other(String)
}

/// Reads; inside a write they see the write so far.
package protocol StoreReading:
  PeopleReading, OperatorReading, WatchReading, CaseReading, DeadlineReading, OutboxReading,
  InboundReading, CallReading, LogReading, AccessReading
{}

/// Reads and writes of one atomic step.
package protocol StoreTransaction:
  StoreReading, PeopleWriting, OperatorWriting, WatchWriting, CaseWriting, DeadlineWriting,
  OutboxWriting, InboundWriting, CallWriting, LogWriting, AccessWriting
{}

/// A row was changed by somebody else between reading and saving.
package struct StaleVersion: Error, Hashable, Sendable {
  package init() {}
}
