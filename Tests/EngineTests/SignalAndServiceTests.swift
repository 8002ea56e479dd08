import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

@Suite("Signals and long jobs")
struct SignalAndServiceTests {
  @Test("A signal that came before the wait is not missed")
  func earlySignal() async throws {
    let signals = EngineSignals()
    let seen = signals.generation(of: .outbox)
    signals.somethingChanged()
    try await signals.wait(for: .outbox, beyond: seen)
    #expect(signals.generation(of: .outbox) == seen + 1)
  }

  @Test("A wait that is cancelled ends")
  func cancelledWait() async throws {
    let signals = EngineSignals()
    let waiting = Task { try await signals.wait(for: .console, beyond: 0) }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
  }

  @Test("Running by itself, the engine answers a text as soon as it is stored")
  func running() async throws {
    let harness = try await EngineHarness.make()
    let (arrivals, arrival) = AsyncStream.makeStream(of: CallRef.self)
    await harness.provider.beforeAnswering { ref in arrival.yield(ref) }
    let running = Task { try await harness.engine.run() }
    try await harness.receive("21.30 möte", from: Cast.cleosNumber)
    var posted = arrivals.makeAsyncIterator()
    #expect(await posted.next() != nil)
    running.cancel()
    try await running.value
    #expect(await harness.provider.texts(to: Cast.cleosNumber).count == 1)
    #expect(try await harness.items(in: .sending).isEmpty)
  }

  @Test("Running by itself, the engine wakes at the deadline and no sooner")
  func deadline() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    await harness.provider.forget()
    let (arrivals, arrival) = AsyncStream.makeStream(of: CallRef.self)
    await harness.provider.beforeAnswering { ref in arrival.yield(ref) }
    let running = Task { try await harness.engine.run() }
    let due = try #require(try await harness.engine.nextWakeUp())
    await harness.clock.untilAsleep(6)
    #expect(await harness.provider.posted.isEmpty)
    harness.clock.advance(to: due)
    var posted = arrivals.makeAsyncIterator()
    #expect(await posted.next() != nil)
    running.cancel()
    try await running.value
  }

  @Test("An engine with nothing to do writes nothing and wakes nobody")
  func idle() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    let running = Task { try await harness.engine.run() }
    await harness.clock.untilAsleep(6)
    let signals = harness.engine.core.signals
    let before = signals.generation(of: .outbox)
    for _ in 1...50 { _ = try await harness.items(in: .pending) }
    #expect(signals.generation(of: .outbox) - before <= 3)
    running.cancel()
    try await running.value
  }

  @Test("Metrics count, measure and keep labels apart")
  func metrics() {
    let metrics = EngineMetrics()
    metrics.count(.smsSent, ["provider": "a", "result": "accepted"])
    metrics.count(.smsSent, ["provider": "a", "result": "accepted"])
    metrics.count(.smsSent, ["provider": "b", "result": "unknown"])
    metrics.observe(.engineLatenessSeconds, seconds: 0.3)
    #expect(metrics.value(.smsSent, ["provider": "a", "result": "accepted"]) == .number(2))
    #expect(metrics.snapshot().map(\.metric) == [.engineLatenessSeconds, .smsSent])
    guard case .histogram(let histogram)? = metrics.value(.engineLatenessSeconds) else {
      Issue.record("lateness is no histogram")
      return
    }
    #expect(histogram.count == 1)
    #expect(histogram.counts[3] == 1)
  }
}
