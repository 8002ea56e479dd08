package import CheckinFlows
package import Logging
import ServiceLifecycle

/// One long job of the engine: does what is due, then sleeps until the next time or a signal.
///
/// A graceful shutdown cuts only the sleep short; a step that has begun is finished.
package struct WorkerLoop: Service {
  /// Does all that is due now. Returns when it wants to be woken at the latest; `nil` means not
  /// before a signal.
  package typealias Step = @Sendable () async throws -> Instant?

  /// After a step that threw, so that a broken store is not hammered.
  private static let pauseAfterErrorSeconds = 1

  let name: String
  let topic: EngineSignals.Topic?
  let clock: any EngineClock
  let signals: EngineSignals
  let logger: Logger
  let step: Step

  package init(
    name: String, topic: EngineSignals.Topic?, clock: any EngineClock, signals: EngineSignals,
    logger: Logger, step: @escaping Step
  ) {
    self.name = name
    self.topic = topic
    self.clock = clock
    self.signals = signals
    self.logger = logger
    self.step = step
  }

  package func run() async throws {
    let sleeper = Sleeper(clock: clock, signals: signals)
    while !Sleeper.isStopping {
      let seen = topic.map { signals.generation(of: $0) } ?? 0
      let wakeAt = await stepOrPause()
      await sleeper.sleep(until: wakeAt, or: topic, beyond: seen)
    }
  }

  private func stepOrPause() async -> Instant? {
    do {
      return try await step()
    } catch {
      logger.error(
        "worker.failed", metadata: ["worker": "\(name)", "error": "\(type(of: error))"])
      return clock.now().adding(seconds: Self.pauseAfterErrorSeconds)
    }
  }
}
