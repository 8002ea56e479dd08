import CheckinFlows
import ServiceLifecycle

/// Sleeps until a time, a signal, or the beginning of a graceful shutdown, whichever is first.
struct Sleeper: Sendable {
  let clock: any EngineClock
  let signals: EngineSignals

  /// - Parameters:
  ///   - wakeAt: `nil` means not before a signal.
  ///   - seen: the topic's generation from before the store was read.
  func sleep(until wakeAt: Instant?, or topic: EngineSignals.Topic?, beyond seen: UInt64) async {
    await cancelWhenGracefulShutdown {
      await withTaskGroup { group in
        if let wakeAt { group.addTask { try? await clock.sleep(until: wakeAt) } }
        if let topic { group.addTask { try? await signals.wait(for: topic, beyond: seen) } }
        await group.next()
        group.cancelAll()
      }
    }
  }

  /// Whether a long job shall end after what it has in hand.
  static var isStopping: Bool { Task.isCancelled || Task.isShuttingDownGracefully }
}
