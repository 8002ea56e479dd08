public import struct Foundation.TimeZone

/// The time zone in which a tenant lives: turns instants into wall clocks and back.
///
/// Wall clocks lie twice a year. A time that the clock jumps over moves forward by the jump; a time
/// that comes twice is two instants, and the caller says from when on it looks.
public struct TenantZone: Sendable, Hashable {
  public let timeZone: TimeZone

  /// Nil when this machine's zone data does not know the name.
  public init?(identifier: String) {
    guard let timeZone = TimeZone(identifier: identifier) else { return nil }
    self.timeZone = timeZone
  }

  public init(_ timeZone: TimeZone) {
    self.timeZone = timeZone
  }

  /// Europe/Stockholm. On a machine without zone data it is UTC, which `isComplete` reveals; the
  /// check at start must ask.
  public static let stockholm = TenantZone(TimeZone(identifier: "Europe/Stockholm") ?? .gmt)

  /// Whether the zone data that Sweden needs is there: the offsets of one winter and one summer day.
  public var isComplete: Bool {
    offsetSeconds(at: Instant(milliseconds: 1_768_000_000_000)) == 3600
      && offsetSeconds(at: Instant(milliseconds: 1_784_000_000_000)) == 7200
  }

  /// Seconds east of Greenwich at this instant.
  public func offsetSeconds(at instant: Instant) -> Int {
    timeZone.secondsFromGMT(for: instant.date)
  }

  /// What a clock on the wall shows at this instant.
  public func wallClock(at instant: Instant) -> WallClock {
    let offset = offsetSeconds(at: instant)
    let local = Int((Double(instant.milliseconds) / 1000).rounded(.down)) + offset
    let days = Int((Double(local) / 86_400).rounded(.down))
    let ofDay = local - days * 86_400
    return WallClock(
      date: CivilDate(daysSinceEpoch: days), hour: ofDay / 3600, minute: ofDay / 60 % 60,
      second: ofDay % 60, offsetSeconds: offset)
  }

  /// The instants at which the wall shows this time, earliest first: one, or two where the clock is
  /// set back. A time that is jumped over gives the one instant as far after the jump.
  /// - Parameter minuteOfDay: 0–1440; 1440 is the midnight that ends the date.
  public func instants(on date: CivilDate, minuteOfDay: Int) -> [Instant] {
    let wall = date.daysSinceEpoch * 86_400 + minuteOfDay * 60
    let before = offsetSeconds(at: instant(wall - 86_400))
    let after = offsetSeconds(at: instant(wall + 86_400))
    let early = instant(wall - before)
    guard before != after else { return [early] }
    let late = instant(wall - after)
    let isEarlyRight = offsetSeconds(at: early) == before
    let isLateRight = offsetSeconds(at: late) == after
    if isEarlyRight && isLateRight { return [min(early, late), max(early, late)] }
    return isLateRight ? [late] : [early]
  }

  /// The first instant after `now` at which the wall shows this time on that date; when none is
  /// still to come, the last one.
  public func instant(on date: CivilDate, minuteOfDay: Int, after now: Instant) -> Instant {
    let found = instants(on: date, minuteOfDay: minuteOfDay)
    return found.first { $0 > now } ?? found[found.count - 1]
  }

  /// `2026-11-24T21:30:00+01:00`, whole seconds.
  public func iso8601(_ instant: Instant) -> String {
    let clock = wallClock(at: instant)
    let date = "\(padded(clock.date.year, 4))-\(padded(clock.date.month))-\(padded(clock.date.day))"
    let time = "\(padded(clock.hour)):\(padded(clock.minute)):\(padded(clock.second))"
    let offset = abs(clock.offsetSeconds) / 60
    let sign = clock.offsetSeconds < 0 ? "-" : "+"
    return "\(date)T\(time)\(sign)\(padded(offset / 60)):\(padded(offset % 60))"
  }

  private func instant(_ seconds: Int) -> Instant {
    Instant(milliseconds: Int64(seconds) * 1000)
  }
}

/// A date and a time as a clock on the wall shows them.
public struct WallClock: Hashable, Sendable {
  public let date: CivilDate
  /// 0–23.
  public let hour: Int
  /// 0–59.
  public let minute: Int
  /// 0–59.
  public let second: Int
  /// Seconds east of Greenwich, which tells the two 02.30 of an autumn night apart.
  public let offsetSeconds: Int

  public var minuteOfDay: Int { hour * 60 + minute }
}

private func padded(_ number: Int, _ width: Int = 2) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
