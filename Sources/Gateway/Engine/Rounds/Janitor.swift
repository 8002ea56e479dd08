package import CheckinFlows
import Logging

/// Forgets what only served a short memory: keys of events that no provider repeats any more,
/// answers that no client asks for again, and messages and calls that are over. It never touches a
/// watch, a case or the log, nor anything that one of them that still runs may need.
package struct Janitor: Sendable {
  static let intervalSeconds = 3600
  /// Telephone companies repeat for a day or so by themselves, but hold texts for longer and may
  /// send them again after a mishap of their own. A key is small.
  static let inboundHours = 30 * 24
  static let answerHours = 48
  /// Long after the last report about a message or a call can come. What was sent stays in the log.
  static let messageHours = 7 * 24
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
    let oldestInbound = now.adding(seconds: -Self.inboundHours * 3600)
    let oldestMessage = now.adding(seconds: -Self.messageHours * 3600)
    try await store.write { try $0.forgetIdempotentAnswers(before: oldestAnswer) }
    let inbound = try await forget { try $0.forgetInbound(before: oldestInbound, limit: $1) }
    let outbox = try await forget { try $0.forgetOutbox(before: oldestMessage, limit: $1) }
    let calls = try await forget { try $0.forgetCalls(before: oldestMessage, limit: $1) }
    logger.debug(
      "janitor.done",
      metadata: ["inbound": "\(inbound)", "outbox": "\(outbox)", "calls": "\(calls)"])
    return now.adding(seconds: Self.intervalSeconds)
  }

  /// A little at a time, so that no text waits for a long transaction.
  private func forget(
    _ some: @escaping @Sendable (any StoreTransaction, Int) throws -> Int
  ) async throws -> Int {
    var forgotten = 0
    while true {
      let count = try await store.write { try some($0, Self.mostAtOnce) }
      forgotten += count
      guard count == Self.mostAtOnce else { return forgotten }
    }
  }
}
