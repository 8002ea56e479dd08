package import CheckinFlows
import Logging

/// Forgets what only served a short memory: keys of events that no provider repeats any more, and
/// answers that no client asks for again. It never touches a watch, a case or the log.
package struct Janitor: Sendable {
  static let intervalSeconds = 3600
  /// Telephone companies repeat for a day or so by themselves, but hold texts for longer and may
  /// send them again after a mishap of their own. A key is small.
  static let inboundHours = 30 * 24
  static let answerHours = 48
  static let mostAtOnce = 1000

  let store: any Store
  let clock: any EngineClock
  let logger: Logger

  package init(_ core: EngineCore) {
    store = core.store
    clock = core.clock
    logger = core.logger
  }

  package func step() async throws -> Instant? {
    let now = clock.now()
    let oldestAnswer = now.adding(seconds: -Self.answerHours * 3600)
    try await store.write { try $0.forgetIdempotentAnswers(before: oldestAnswer) }
    let forgotten = try await forgetInbound(before: now.adding(seconds: -Self.inboundHours * 3600))
    logger.debug("janitor.done", metadata: ["inbound": "\(forgotten)"])
    return now.adding(seconds: Self.intervalSeconds)
  }

  /// A little at a time, so that no text waits for a long transaction.
  private func forgetInbound(before oldest: Instant) async throws -> Int {
    var forgotten = 0
    while true {
      let count = try await store.write {
        try $0.forgetInbound(before: oldest, limit: Self.mostAtOnce)
      }
      forgotten += count
      guard count == Self.mostAtOnce else { return forgotten }
    }
  }
}
