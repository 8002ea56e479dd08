import Synchronization

/// Tells the parts of one process that something was committed, so that nobody has to poll.
///
/// A signal carries nothing: whoever wakes reads the store. Signals coalesce, and a wait never
/// misses one that came between reading the generation and waiting.
package final class EngineSignals: Sendable {
  package enum Topic: CaseIterable, Sendable {
    /// A flow was saved: its next step may be earlier than the one slept for.
    case deadlines
    /// An item was put in the outbox, or one left it.
    case outbox
    /// Anything that a live page may show.
    case console
  }

  private struct Waiter {
    let topic: Topic
    let continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var generations: [Topic: UInt64] = [:]
    var waiters: [UInt64: Waiter] = [:]
    var latestWaiter: UInt64 = 0
  }

  private let state = Mutex(State())

  package init() {}

  /// Wakes everybody: called after each commit, and when another process has changed the store.
  package func somethingChanged() {
    for topic in Topic.allCases { raise(topic) }
  }

  package func raise(_ topic: Topic) {
    let woken = state.withLock { state in
      state.generations[topic, default: 0] &+= 1
      let woken = state.waiters.filter { $0.value.topic == topic }
      for id in woken.keys { state.waiters[id] = nil }
      return woken.values.map(\.continuation)
    }
    for continuation in woken { continuation.resume() }
  }

  /// Read it before looking into the store, and hand it to `wait`.
  package func generation(of topic: Topic) -> UInt64 {
    state.withLock { $0.generations[topic, default: 0] }
  }

  /// Returns once the topic has been raised after `seen`. Throws only `CancellationError`.
  package func wait(for topic: Topic, beyond seen: UInt64) async throws {
    let id = state.withLock { state in
      state.latestWaiter &+= 1
      return state.latestWaiter
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let waiter = Waiter(topic: topic, continuation: continuation)
        enrol(waiter, id: id, seen: seen)?.resume(continuation)
      }
    } onCancel: {
      let waiter = state.withLock { $0.waiters.removeValue(forKey: id) }
      waiter?.continuation.resume(throwing: CancellationError())
    }
  }

  private enum Outcome {
    case raised
    case cancelled

    func resume(_ continuation: CheckedContinuation<Void, any Error>) {
      switch self {
      case .raised: continuation.resume()
      case .cancelled: continuation.resume(throwing: CancellationError())
      }
    }
  }

  /// Cancellation is looked at under the lock: the handler takes the same lock after the flag is
  /// set, so one of the two always sees the other.
  private func enrol(_ waiter: Waiter, id: UInt64, seen: UInt64) -> Outcome? {
    state.withLock { state in
      if Task.isCancelled { return .cancelled }
      if state.generations[waiter.topic, default: 0] != seen { return .raised }
      state.waiters[id] = waiter
      return nil
    }
  }
}
