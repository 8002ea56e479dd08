import CheckinFlows
import GatewayEngine
import GatewayWeb
import ServiceLifecycle

/// What the demo's page shows, read from the store.
struct DemoBoard: DemoDesk {
  private static let linesAtOnce = 200
  /// So that a browser that has gone is noticed.
  private static let longestSilence = Duration.seconds(10)

  let stage: DemoStage
  let store: any Store
  let signals: EngineSignals
  let clock: DemoClock
  let pace: DemoPace
  let tenant: TenantID

  func choose(speed: Int) async throws {
    try await pace.choose(speed)
    signals.raise(.console)
  }

  func skip() async throws -> DemoSkip {
    let result = try await pace.skip()
    signals.raise(.console)
    return result
  }

  func news(after sequence: Int64, unlike known: DemoState?) async -> DemoNews? {
    let seen = signals.generation(of: .console)
    guard !isStopping, let news = try? await read(after: sequence) else { return nil }
    guard news.lines.isEmpty, news.state == known else { return news }
    await wait(beyond: seen)
    guard !isStopping else { return nil }
    return try? await read(after: sequence)
  }

  private var isStopping: Bool { Task.isCancelled || Task.isShuttingDownGracefully }

  private func wait(beyond seen: UInt64) async {
    let signals = signals
    await cancelWhenGracefulShutdown {
      await withTaskGroup { group in
        group.addTask { try? await signals.wait(for: .console, beyond: seen) }
        group.addTask { try? await Task.sleep(for: Self.longestSilence) }
        await group.next()
        group.cancelAll()
      }
    }
  }

  private func read(after sequence: Int64) async throws -> DemoNews {
    let (face, chosenSpeed, tenant) = (clock.face, pace.chosenSpeed, tenant)
    return try await store.read { reading in
      let entries = try reading.log(after: sequence, limit: Self.linesAtOnce)
      let motion = try DemoPace.motion(reading)
      let hasNext = try reading.nextDeadline() != nil
      let state = DemoState(
        real: face.real.milliseconds, demo: face.demo.milliseconds, speed: face.speed,
        chosenSpeed: chosenSpeed, isCallLive: motion == .call,
        canSkip: motion == .none && hasNext,
        next: try DemoForecast(reading: reading, tenant: tenant).steps())
      return DemoNews(lines: entries.map { DemoTelling.line($0, reading) }, state: state)
    }
  }
}
