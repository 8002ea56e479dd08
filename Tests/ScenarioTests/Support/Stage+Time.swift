import CheckinFlows
import Foundation
import GatewayEngine
import Synchronization
import TestSupport

@testable import Gateway
@testable import MockLine

/// When the watchers make their next rounds.
final class RoundsCalendar: Sendable {
  static let everySeconds = 60
  private let next: Mutex<Instant>

  init(first: Instant) { next = Mutex(first) }

  var due: Instant { next.withLock { $0 } }

  func passed(at now: Instant) {
    next.withLock { $0 = now.adding(seconds: Self.everySeconds) }
  }
}

/// The same moment for the telephone company.
struct StageLineClock: LineClock {
  let clock: ManualClock

  var now: Date { Date(timeIntervalSince1970: Double(clock.now().milliseconds) / 1000) }

  func sleep(until deadline: Date) async throws {
    try await clock.sleep(until: Instant(reaching: deadline))
  }
}

extension Instant {
  /// The first whole millisecond at which the date has come.
  init(reaching date: Date) {
    self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded(.up)))
  }
}

extension Stage {
  struct EndlessWork: Error {}

  /// Lets gateway and telephone company do all that is due now, until both are quiet.
  func settle() async throws {
    for _ in 0..<1000 {
      let before = line.activityCount
      try await service.engine.settle()
      await line.quiesce()
      if line.activityCount == before { return }
    }
    throw EndlessWork()
  }

  /// Lets time pass, stopping wherever somebody has something to do.
  func advance(to end: Instant) async throws {
    try await settle()
    for _ in 0..<100_000 {
      guard let next = try await nextMoment(), next <= end else {
        clock.advance(to: end)
        return try await settle()
      }
      clock.advance(to: max(next, Instant(milliseconds: clock.now().milliseconds + 1)))
      if rounds.due <= clock.now() {
        try await service.engine.makeRounds()
        rounds.passed(at: clock.now())
      }
      try await settle()
    }
    throw EndlessWork()
  }

  func advance(minutes: Int = 0, seconds: Int = 0) async throws {
    try await advance(to: clock.now().adding(seconds: minutes * 60 + seconds))
  }

  /// `"21:30"` or `"21:30:05"` by the clock on the wall, the next one to come.
  func advance(to wallClock: String) async throws {
    try await advance(to: next(wallClock))
  }

  func next(_ wallClock: String) -> Instant {
    let parts = wallClock.split(separator: ":").compactMap { Int($0) } + [0]
    // The stories begin at 20:10:00.
    let sinceMidnight = parts[0] * 3600 + parts[1] * 60 + parts[2]
    let begin = ManualClock.evening
    let today = begin.adding(seconds: sinceMidnight - (20 * 3600 + 10 * 60))
    return today >= clock.now() ? today : today.adding(minutes: 24 * 60)
  }

  private func nextMoment() async throws -> Instant? {
    let times = [
      try await service.engine.nextWakeUp(), line.nextDue.map(Instant.init(reaching:)), rounds.due,
    ]
    return times.compactMap { $0 }.min()
  }
}

extension Stage {
  /// Returns when the telephone company keeps an answer back until so many seconds from now.
  func untilKeptBack(seconds: Int) async {
    let deadline = clock.now().adding(seconds: seconds)
    while clock.nextWakeUp != deadline { await Task.yield() }
  }
}
