import Foundation
import MockLine
import Synchronization

/// A clock that stands still until a test moves it.
final class ManualLineClock: LineClock {
  private struct State {
    var now: Date
    var sleepers: [Int: (deadline: Date, continuation: CheckedContinuation<Void, any Error>)] = [:]
    var nextID = 0
  }

  private let state: Mutex<State>

  init(_ start: Date = Date(timeIntervalSince1970: 1_795_680_000)) {
    state = Mutex(State(now: start))
  }

  var now: Date { state.withLock { $0.now } }

  func sleep(until deadline: Date) async throws {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        add(id, deadline, continuation)
      }
    } onCancel: {
      let sleeper = state.withLock { $0.sleepers.removeValue(forKey: id) }
      sleeper?.continuation.resume(throwing: CancellationError())
    }
  }

  private func add(
    _ id: Int, _ deadline: Date, _ continuation: CheckedContinuation<Void, any Error>
  ) {
    let isDue = state.withLock { state in
      if Task.isCancelled || state.now >= deadline { return true }
      state.sleepers[id] = (deadline, continuation)
      return false
    }
    guard isDue else { return }
    if Task.isCancelled {
      continuation.resume(throwing: CancellationError())
    } else {
      continuation.resume()
    }
  }

  func set(_ now: Date) {
    let woken = state.withLock { state in
      state.now = max(state.now, now)
      let due = state.sleepers.filter { $0.value.deadline <= state.now }
      for id in due.keys { state.sleepers[id] = nil }
      return due.values.map(\.continuation)
    }
    for continuation in woken { continuation.resume() }
  }

  /// Whether a task sleeps until exactly then.
  func hasSleeper(until deadline: Date) -> Bool {
    state.withLock { $0.sleepers.values.contains { $0.deadline == deadline } }
  }
}
