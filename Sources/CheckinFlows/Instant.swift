public import struct Foundation.Date

/// A point on the time line, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// Whole numbers, so that a deadline read back from a store is the deadline that was written.
public struct Instant: Hashable, Comparable, Sendable {
  public let milliseconds: Int64

  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  public init(_ date: Date) {
    self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
  }

  /// The same point as Foundation's type, for calendars and formatters.
  public var date: Date {
    Date(timeIntervalSince1970: Double(milliseconds) / 1000)
  }

  public func adding(seconds: Int) -> Instant {
    Instant(milliseconds: milliseconds + Int64(seconds) * 1000)
  }

  public func adding(minutes: Int) -> Instant {
    adding(seconds: minutes * 60)
  }

  /// Seconds from an earlier point to this one, rounded down; negative when `start` lies later.
  public func seconds(since start: Instant) -> Int {
    Int((Double(milliseconds - start.milliseconds) / 1000).rounded(.down))
  }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

extension Instant: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}
