package import CheckinFlows
import GatewayEngine
import Synchronization

/// Time that stands still until a test moves it.
package final class ManualClock: EngineClock {
  /// 2026-03-12 20:10 in Stockholm: an evening meeting in winter time.
  package static let evening = Instant(milliseconds: 1_773_342_600_000)

  private struct Sleeper {
    let deadline: Instant
    let continuation: CheckedContinuation<Void, any Error>
  }

  private struct Observer {
    let sleepers: Int
    let continuation: CheckedContinuation<Void, Never>
  }

  private struct State {
    var now: Instant
    var nextID = 0
    var sleepers: [Int: Sleeper] = [:]
    var cancelled: Set<Int> = []
    var observers: [Observer] = []

    mutating func takeSatisfiedObservers() -> [Observer] {
      let satisfied = observers.filter { $0.sleepers <= sleepers.count }
      observers.removeAll { $0.sleepers <= sleepers.count }
      return satisfied
    }
  }

  private let state: Mutex<State>

  package init(_ now: Instant = ManualClock.evening) {
    state = Mutex(State(now: now))
  }

  package func now() -> Instant {
    state.withLock { $0.now }
  }

  /// The earliest time that somebody sleeps until.
  package var nextWakeUp: Instant? {
    state.withLock { $0.sleepers.values.map(\.deadline).min() }
  }

  package func advance(seconds: Int) {
    advance(to: now().adding(seconds: seconds))
  }

  package func advance(minutes: Int) {
    advance(seconds: minutes * 60)
  }

  /// Moves the time and wakes those whose deadline has come, earliest first.
  package func advance(to instant: Instant) {
    let woken = state.withLock { state -> [Sleeper] in
      state.now = instant
      let due = state.sleepers.filter { $0.value.deadline <= instant }
      for id in due.keys { state.sleepers[id] = nil }
      return due.sorted { ($0.value.deadline, $0.key) < ($1.value.deadline, $1.key) }.map(\.value)
    }
    for sleeper in woken { sleeper.continuation.resume() }
  }

  /// Returns when at least so many tasks sleep: what to await before `advance`, in place of a guess.
  package func untilAsleep(_ count: Int = 1) async {
    await withCheckedContinuation { continuation in
      let satisfied = state.withLock { state -> [Observer] in
        state.observers.append(Observer(sleepers: count, continuation: continuation))
        return state.takeSatisfiedObservers()
      }
      for observer in satisfied { observer.continuation.resume() }
    }
  }

  package func sleep(until deadline: Instant) async throws {
    let id = state.withLock { state -> Int in
      state.nextID += 1
      return state.nextID
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        fallAsleep(id, Sleeper(deadline: deadline, continuation: continuation))
      }
    } onCancel: {
      cancel(id)
    }
  }

  private enum FallingAsleep {
    case cancelled
    case alreadyDue
    case asleep([Observer])
  }

  private func fallAsleep(_ id: Int, _ sleeper: Sleeper) {
    let result = state.withLock { state -> FallingAsleep in
      if state.cancelled.remove(id) != nil { return .cancelled }
      guard sleeper.deadline > state.now else { return .alreadyDue }
      state.sleepers[id] = sleeper
      return .asleep(state.takeSatisfiedObservers())
    }
    switch result {
    case .cancelled: sleeper.continuation.resume(throwing: CancellationError())
    case .alreadyDue: sleeper.continuation.resume()
    case .asleep(let observers):
      for observer in observers { observer.continuation.resume() }
    }
  }

  private func cancel(_ id: Int) {
    let sleeper = state.withLock { state -> Sleeper? in
      guard let sleeper = state.sleepers.removeValue(forKey: id) else {
        state.cancelled.insert(id)
        return nil
      }
      return sleeper
    }
    sleeper?.continuation.resume(throwing: CancellationError())
  }
}
