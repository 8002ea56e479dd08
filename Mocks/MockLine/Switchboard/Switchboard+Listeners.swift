import Foundation
import Synchronization

extension Switchboard {
  /// Numbers of phones as they change; ends when nobody reads any more.
  func changes() -> AsyncStream<String> {
    let (stream, inlet) = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingNewest(1000))
    let id = state.withLock { state in
      state.nextListener += 1
      state.listeners[state.nextListener] = inlet
      return state.nextListener
    }
    inlet.onTermination = { [weak self] _ in self?.forget(id) }
    return stream
  }

  /// Told to listeners instead of a number, so that they can notice that nobody reads.
  static let stillThere = ""
  /// Told instead of a number when the clock has been set.
  static let clockSet = "clock"

  func clockWasSet() {
    settle()
    for listener in state.withLock({ Array($0.listeners.values) }) {
      listener.yield(Self.clockSet)
    }
  }

  func keepListeners() async {
    while (try? await Task.sleep(for: .seconds(15))) != nil {
      for listener in state.withLock({ Array($0.listeners.values) }) {
        listener.yield(Self.stillThere)
      }
    }
  }

  /// Ends every stream of changes and every answer kept back, which would keep the server open.
  func dismissAll() {
    let (listeners, pauses) = state.withLock { state in
      (Array(state.listeners.values), Array(state.pauses.values))
    }
    for listener in listeners { listener.finish() }
    for pause in pauses { pause.cancel() }
  }

  private func forget(_ id: Int) {
    state.withLock { $0.listeners[id] = nil }
  }
}
