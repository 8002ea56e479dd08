import CheckinFlows
import Gateway
import Synchronization
import Testing

/// The machine's time, moved by hand.
private final class RealTime: Sendable {
  private let time = Mutex(Instant(milliseconds: 1_795_000_000_000))
  var now: Instant { time.withLock { $0 } }
  func pass(seconds: Int) { time.withLock { $0 = $0.adding(seconds: seconds) } }
}

@Suite struct DemoClockTests {
  private let real = RealTime()
  private let clock: DemoClock

  init() {
    let real = real
    clock = DemoClock { real.now }
  }

  @Test func `at speed one the demo's time is the machine's`() {
    real.pass(seconds: 90)
    #expect(clock.now() == real.now)
  }

  @Test func `a new speed counts from now on, and not for what has passed`() {
    let start = clock.now()
    real.pass(seconds: 10)
    clock.goOn(at: 60)
    #expect(clock.now() == start.adding(seconds: 10))
    real.pass(seconds: 2)
    #expect(clock.now() == start.adding(seconds: 130))
    clock.goOn(at: 1)
    real.pass(seconds: 5)
    #expect(clock.now() == start.adding(seconds: 135))
  }

  @Test func `a jump goes forward, and never back`() {
    let start = clock.now()
    clock.jump(to: start.adding(seconds: 600))
    #expect(clock.now() == start.adding(seconds: 600))
    clock.jump(to: start.adding(seconds: 300))
    #expect(clock.now() == start.adding(seconds: 600))
  }

  @Test func `the face that both processes share tells the same time as the clock`() {
    clock.goOn(at: 10)
    clock.jump(to: clock.now().adding(seconds: 3600))
    let face = clock.face
    real.pass(seconds: 7)
    let told = face.demo.milliseconds + (real.now.milliseconds - face.real.milliseconds) * 10
    #expect(clock.now().milliseconds == told)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a sleeper wakes when the clock jumps over its time`() async throws {
    let deadline = clock.now().adding(seconds: 3600)
    async let sleep: Void = clock.sleep(until: deadline)
    clock.jump(to: deadline)
    try await sleep
    #expect(clock.now() >= deadline)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a sleeper that is cancelled wakes with an error`() async {
    let clock = clock
    let sleeper = Task { try await clock.sleep(until: clock.now().adding(seconds: 3600)) }
    sleeper.cancel()
    await #expect(throws: CancellationError.self) { try await sleeper.value }
  }
}
