public import Foundation

/// The only clock the telephone company looks at. Every time on the wire comes from here.
///
/// Tests drive one by hand; the executable uses ``RealLineClock``.
public protocol LineClock: Sendable {
  var now: Date { get }

  /// Returns when `now` has reached `deadline`, at once if it already has.
  /// Throws `CancellationError` when the task is cancelled first.
  func sleep(until deadline: Date) async throws
}

/// The machine's clock, for demonstrations faster than life by a factor.
public struct RealLineClock: LineClock {
  private let origin: Date
  private let speed: Double

  /// - Parameter speed: seconds that pass on the line for each real second, above 0.
  public init(speed: Double = 1) {
    self.origin = Date()
    self.speed = max(speed, 0.01)
  }

  public var now: Date {
    origin.addingTimeInterval(Date().timeIntervalSince(origin) * speed)
  }

  public func sleep(until deadline: Date) async throws {
    let seconds = deadline.timeIntervalSince(now) / speed
    guard seconds > 0 else { return }
    try await Task.sleep(for: .seconds(seconds))
  }
}
