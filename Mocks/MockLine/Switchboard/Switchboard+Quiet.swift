import Foundation
import Synchronization

extension Switchboard {
  func release() {
    let waiters = state.withLock { state in
      state.busyCount -= 1
      guard state.busyCount == 0 else { return [CheckedContinuation<Void, Never>]() }
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter.resume() }
  }

  /// Returns when nothing that is due at the clock's present time is left to do or on its way.
  func quiesce() async {
    while true {
      settle()
      if isQuiet() { return }
      await withCheckedContinuation { continuation in
        let isIdle = state.withLock { state in
          if state.busyCount == 0 || state.isStopped { return true }
          state.waiters.append(continuation)
          return false
        }
        if isIdle { continuation.resume() }
      }
    }
  }

  private func isQuiet() -> Bool {
    let now = clock.now
    return state.withLock { state in
      if state.isStopped { return true }
      if let due = state.company.agenda.nextDue, due <= now { return false }
      return state.busyCount == 0 && state.company.effects.isEmpty
    }
  }
}
