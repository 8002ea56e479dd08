import CheckinFlows
package import GatewayEngine
package import GatewayWeb
import Synchronization

/// How fast the demo's time passes: as the visitor chose, but as in life while something happens
/// that a human must be able to follow.
package final class DemoPace: Sendable {
  /// A skip stops this long before the step, so that the visitor sees it come.
  package static let leadSeconds = 2

  /// While an alarm is open, so that an operator's five minutes are time enough for the visitor.
  static let highestSpeedInCase = 10

  private let clock: DemoClock
  private let store: any Store
  private let chosen: Mutex<Int>

  package init(clock: DemoClock, store: any Store) {
    self.clock = clock
    self.store = store
    chosen = Mutex(clock.face.speed)
  }

  package var chosenSpeed: Int { chosen.withLock { $0 } }

  /// A speed that is not on offer changes nothing.
  package func choose(_ speed: Int) async throws {
    guard DemoClock.speeds.contains(speed) else { return }
    chosen.withLock { $0 = speed }
    try await settle()
  }

  /// Brings the clock to the speed that fits what is happening now.
  package func settle() async throws {
    let (motion, openCases) = try await store.read {
      (try Self.motion($0), try $0.countOpenCases(of: nil))
    }
    let highest = openCases == 0 ? chosenSpeed : min(chosenSpeed, Self.highestSpeedInCase)
    let speed = motion == .none ? highest : 1
    guard speed != clock.face.speed else { return }
    clock.goOn(at: speed)
  }

  /// Sets the clock to shortly before the next stored step, unless something is under way. The
  /// look and the jump are one write, so that no call can begin between them.
  package func skip() async throws -> DemoSkip {
    let clock = clock
    return try await store.write { transaction in
      switch try Self.motion(transaction) {
      case .call: return .callIsLive
      case .sending: return .somethingIsLeaving
      case .none: break
      }
      guard let next = try transaction.nextDeadline() else { return .nothingIsComing }
      let target = next.adding(seconds: -Self.leadSeconds)
      guard target > clock.now() else { return .comesAtOnce }
      clock.jump(to: target)
      return .skipped
    }
  }

  enum Motion {
    case none
    case sending
    case call
  }

  static func motion(_ reading: any StoreReading) throws -> Motion {
    guard try reading.liveCalls(limit: 1).isEmpty else { return .call }
    for state in [OutboxState.pending, .sending, .unknown] {
      guard try reading.items(in: state, limit: 1).isEmpty else { return .sending }
    }
    return .none
  }
}
