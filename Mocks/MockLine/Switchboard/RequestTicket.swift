import Synchronization

/// Held while a request is being answered. Dropped unfinished, because the connection broke, it
/// finishes by itself, so that waiting for quiet never hangs.
final class RequestTicket: Sendable {
  private let switchboard: Switchboard
  private let isFinished = Mutex(false)

  init(switchboard: Switchboard) { self.switchboard = switchboard }

  deinit { finish() }

  func finish() {
    let isFirst = isFinished.withLock { isFinished in
      defer { isFinished = true }
      return !isFinished
    }
    if isFirst { switchboard.finishRequest() }
  }
}
