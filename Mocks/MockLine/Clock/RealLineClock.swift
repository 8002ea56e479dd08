public import Foundation
import Synchronization

/// The machine's clock, for demonstrations faster than life by a factor, and set while it runs.
public final class RealLineClock: LineClock {
  /// One moment known on both clocks, and how fast the line's goes from there.
  private struct Face {
    var real: Date
    var line: Date
    var speed: Double

    func time(at now: Date) -> Date {
      line.addingTimeInterval(now.timeIntervalSince(real) * speed)
    }
  }

  /// A sleeper looks again this often, so that it notices when the clock has been set.
  private static let longestNapSeconds = 0.1
  private static let lowestSpeed = 0.01

  private let face: Mutex<Face>

  /// - Parameter speed: seconds that pass on the line for each real second, above 0.
  public init(speed: Double = 1) {
    let now = Date()
    face = Mutex(Face(real: now, line: now, speed: max(speed, Self.lowestSpeed)))
  }

  public var now: Date { face.withLock { $0.time(at: Date()) } }

  public var speed: Double { face.withLock { $0.speed } }

  /// At the real time `real` it is `line` here; from there the line's time passes at `speed`.
  public func set(real: Date, line: Date, speed: Double) {
    face.withLock { $0 = Face(real: real, line: line, speed: max(speed, Self.lowestSpeed)) }
  }

  public func sleep(until deadline: Date) async throws {
    while true {
      let seconds = deadline.timeIntervalSince(now) / speed
      guard seconds > 0 else { return try Task.checkCancellation() }
      try await Task.sleep(for: .seconds(min(seconds, Self.longestNapSeconds)))
    }
  }
}
