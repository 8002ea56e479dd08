import CCurl
import Synchronization

typealias TransferResult = Result<HTTPResponse, TransferFailure>

/// A request on its way to the thread, with the caller who waits for it.
struct Submission: Sendable {
  let id: UInt64
  let request: HTTPRequest
  let destination: Destination
  let deadline: ContinuousClock.Instant
  let answer: CheckedContinuation<TransferResult, Never>
}

/// The multi handle, as far as other threads may touch it: `curl_multi_wakeup` only.
struct MultiHandle: @unchecked Sendable {
  let pointer: UnsafeMutableRawPointer
}

/// The only thing that callers and the thread share.
final class TransferMailbox: Sendable {
  struct Delivery {
    var submissions: [Submission] = []
    var cancellations: [UInt64] = []
    var closing: Closing?
    var isEmpty: Bool { submissions.isEmpty && cancellations.isEmpty }
  }

  enum Closing {
    case gently, atOnce
  }

  private struct State {
    var delivery = Delivery()
    /// Handed in and not yet answered.
    var outstanding = 0
    var isOpen = true
    /// Nil once the thread has ended.
    var multi: MultiHandle?
    var shutdownWaiters: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>
  private let capacity: Int

  init(multi: MultiHandle, capacity: Int) {
    state = Mutex(State(multi: multi))
    self.capacity = capacity
  }

  // MARK: The callers' side

  /// Returns why the request is not taken, or nil when the thread will answer it.
  func submit(_ submission: Submission) -> NotSentReason? {
    state.withLock { state in
      guard state.isOpen else { return .closed }
      guard state.outstanding < capacity else { return .overloaded }
      state.outstanding += 1
      let wasEmpty = state.delivery.isEmpty
      state.delivery.submissions.append(submission)
      if wasEmpty { Self.wake(state) }
      return nil
    }
  }

  func cancel(_ id: UInt64) {
    state.withLock { state in
      guard state.multi != nil else { return }
      state.delivery.cancellations.append(id)
      Self.wake(state)
    }
  }

  func close(_ closing: Closing) {
    state.withLock { state in
      state.isOpen = false
      state.delivery.closing = closing
      Self.wake(state)
    }
  }

  /// Returns when the thread has ended.
  func waitForEnd() async {
    await withCheckedContinuation { continuation in
      let hasEnded = state.withLock { state in
        guard state.multi != nil else { return true }
        state.shutdownWaiters.append(continuation)
        return false
      }
      if hasEnded { continuation.resume() }
    }
  }

  /// Within the lock, so that the handle cannot be freed in the middle.
  private static func wake(_ state: borrowing State) {
    guard let multi = state.multi else { return }
    curl_multi_wakeup(multi.pointer)
  }

  // MARK: The thread's side

  func take() -> Delivery {
    state.withLock { state in
      defer { state.delivery = Delivery(closing: state.delivery.closing) }
      return state.delivery
    }
  }

  func answered() {
    state.withLock { $0.outstanding -= 1 }
  }

  /// After this no other thread uses the multi handle.
  func end() {
    let waiters = state.withLock { state in
      state.multi = nil
      state.isOpen = false
      defer { state.shutdownWaiters = [] }
      return state.shutdownWaiters
    }
    for waiter in waiters { waiter.resume() }
  }
}
