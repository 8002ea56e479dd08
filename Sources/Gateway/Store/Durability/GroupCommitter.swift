import GRDB
import GatewayEngine
import Synchronization

/// Groups the writes that wait into one durable commit, a savepoint each.
///
/// A commit costs a flush to the disk. While one is under way the next writes gather, and the
/// writer's queue then takes all of them at once.
final class GroupCommitter: Sendable {
  /// Bounds how long the first of a group waits for its answer.
  private static let mostInAGroup = 256
  /// Beyond this the disk is not keeping up: a webhook is better answered 503 and repeated.
  static let mostWaiting = 8_192

  private struct State {
    var waiting: [WaitingWrite] = []
    var isScheduled = false
    var isClosed = false
  }

  private let pool: DatabasePool
  private let state = Mutex(State())

  init(pool: DatabasePool) {
    self.pool = pool
  }

  /// Queues a write, or fails it at once when the queue is full or closed.
  func enqueue(_ write: WaitingWrite) {
    let (refusal, mustSchedule) = state.withLock { state -> (StoreFailure?, Bool) in
      if state.isClosed { return (.other("the store is closed"), false) }
      guard state.waiting.count < Self.mostWaiting else {
        return (.other("too many writes are waiting; the disk does not keep up"), false)
      }
      state.waiting.append(write)
      defer { state.isScheduled = true }
      return (nil, !state.isScheduled)
    }
    if let refusal { write.refuse(refusal) }
    if mustSchedule { schedule() }
  }

  /// How many writes have not begun yet.
  var waitingWrites: Int {
    state.withLock { $0.waiting.count }
  }

  /// Takes no more writes, and returns when those that wait are done.
  func closeAndFinish() async {
    state.withLock { $0.isClosed = true }
    repeat {
      await withCheckedContinuation { continuation in
        pool.asyncWriteWithoutTransaction { _ in continuation.resume() }
      }
    } while state.withLock { $0.isScheduled }
  }

  /// One group at a time, so that others get their turn on the writer's queue in between.
  private func schedule() {
    pool.asyncWriteWithoutTransaction { database in
      commit(self.takeGroup(), on: database)
      if self.hasMore() { self.schedule() }
    }
  }

  private func takeGroup() -> [WaitingWrite] {
    state.withLock { state in
      let group = Array(state.waiting.prefix(Self.mostInAGroup))
      state.waiting.removeFirst(group.count)
      return group
    }
  }

  private func hasMore() -> Bool {
    state.withLock { state in
      state.isScheduled = !state.waiting.isEmpty
      return state.isScheduled
    }
  }
}

/// Runs a group in one transaction and tells each write how it went.
private func commit(_ group: [WaitingWrite], on database: Database) {
  var finished: [FinishedWrite] = []
  do {
    try StoreFailure.mapping {
      try database.beginTransaction(.immediate)
      for write in group {
        let (done, failure) = try runInSavepoint(write, on: database)
        finished.append(done)
        if let failure { throw failure }
      }
      try database.commit()
    }
    for write in finished { write.resume(nil) }
  } catch {
    abandon(database)
    let failure = error as? StoreFailure ?? .other("the commit failed")
    for write in finished { write.resume(failure) }
    for write in group.dropFirst(finished.count) { write.refuse(failure) }
  }
}

/// Runs one write. A failure is returned when the whole transaction is lost with it: after a full
/// disk or a disk error SQLite may roll back everything by itself.
private func runInSavepoint(
  _ write: WaitingWrite, on database: Database
) throws -> (FinishedWrite, StoreFailure?) {
  let connection = Connection(database: database)
  try connection.run("SAVEPOINT one_write")
  let done = write.run(SQLiteTransaction(connection: connection))
  guard database.isInsideTransaction else {
    return (done, connection.health.failure ?? .other("the transaction was rolled back"))
  }
  // A connection of its own: that of the write may refuse because of a failure in it.
  let savepoints = Connection(database: database)
  if done.failed {
    try savepoints.run("ROLLBACK TO one_write")
  }
  try savepoints.run("RELEASE one_write")
  return (done, nil)
}

/// A rollback that itself fails leaves nothing that could be committed: the next BEGIN tells it.
private func abandon(_ database: Database) {
  guard database.isInsideTransaction else { return }
  _ = try? database.rollback()
}
