public import Foundation

/// The only clock the telephone company looks at. Every time on the wire comes from here.
///
/// Tests drive one by hand; the executable uses ``RealLineClock``.
public protocol LineClock: Sendable {
  var now: Date { get }

  /// Returns when `now` has reached `deadline`, at once if it already has.
  /// Throws `CancellationError` when the task is cancelled first.
  func sleep(until deadline: Date) async throws

  /// Seconds that pass on the line for each real second.
  var speed: Double { get }
}

extension LineClock {
  public var speed: Double { 1 }
}
