import Foundation
import ServiceLifecycle

/// Standard input as a lifeline: the system closes it when whoever holds the other end is gone,
/// also after a crash.
enum InputEnd {
  /// Reads on a thread of its own, because a read on a pipe waits for as long as it takes.
  static func stop(_ group: ServiceGroup) {
    Thread.detachNewThread {
      while !FileHandle.standardInput.availableData.isEmpty {}
      // Nobody waits for it: the group's own run returns when it has stopped.
      Task { await group.triggerGracefulShutdown() }
    }
  }
}
