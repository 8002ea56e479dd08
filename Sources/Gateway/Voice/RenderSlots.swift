import Synchronization

/// Lets a limited number of renderings run; the others wait in order.
final class RenderSlots: Sendable {
  private struct State {
    var free: Int
    var queue: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>
  private let waiting: Int

  init(limit: Int, waiting: Int) {
    state = Mutex(State(free: limit))
    self.waiting = waiting
  }

  /// Returns when a slot is ours; each one taken must be given back.
  func take() async throws(VoiceError) {
    if try takeFree() { return }
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        guard state.free == 0 else {
          state.free -= 1
          return true
        }
        state.queue.append(continuation)
        return false
      }
      if isFree { continuation.resume() }
    }
  }

  /// Hands the slot to the one who has waited longest.
  func giveBack() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard !state.queue.isEmpty else {
        state.free += 1
        return nil
      }
      return state.queue.removeFirst()
    }
    next?.resume()
  }

  private func takeFree() throws(VoiceError) -> Bool {
    try state.withLock { state throws(VoiceError) in
      if state.free > 0 {
        state.free -= 1
        return true
      }
      guard state.queue.count < waiting else { throw .tooManyWaiting }
      return false
    }
  }
}
