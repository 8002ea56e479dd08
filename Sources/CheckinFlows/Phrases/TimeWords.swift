public import struct Foundation.TimeZone

/// Times in the words of a language, in one time zone.
///
/// Arithmetic instead of a formatter: the only thing asked of the zone is its offset.
public struct TimeWords: Sendable {
  let language: Language
  let zone: TimeZone

  public init(language: Language, zone: TimeZone) {
    self.language = language
    self.zone = zone
  }

  /// `kl. 21.30`, in English `21:30`.
  public func clock(_ instant: Instant) -> String {
    let local = LocalTime(instant, in: zone)
    let (hour, minute) = (twoDigits(local.hour), twoDigits(local.minute))
    switch language {
    case .swedish: return "kl. \(hour).\(minute)"
    case .english: return "\(hour):\(minute)"
    }
  }

  /// The clock alone when it is today's, else `ons 25 nov kl. 08.00` or `Wed 25 Nov 08:00`.
  public func time(_ instant: Instant, now: Instant) -> String {
    let isToday = LocalTime(instant, in: zone).day == LocalTime(now, in: zone).day
    return isToday ? clock(instant) : "\(date(instant)) \(clock(instant))"
  }

  /// `ons 25 nov`, in English `Wed 25 Nov`.
  public func date(_ instant: Instant) -> String {
    let local = LocalTime(instant, in: zone)
    let names = language == .swedish ? Self.swedish : Self.english
    let (month, day) = local.monthAndDay
    return "\(names.weekdays[local.weekday]) \(day) \(names.months[month - 1])"
  }

  private func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  private struct Names {
    /// From Monday on.
    let weekdays: [String]
    let months: [String]
  }

  private static let swedish = Names(
    weekdays: ["mån", "tis", "ons", "tor", "fre", "lör", "sön"],
    months: [
      "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
    ])

  private static let english = Names(
    weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    months: [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ])
}

/// An instant as the clocks of a zone show it.
private struct LocalTime {
  /// Days since 1970-01-01, a Thursday.
  let day: Int
  let secondOfDay: Int

  init(_ instant: Instant, in zone: TimeZone) {
    let local = instant.adding(seconds: zone.secondsFromGMT(for: instant.date))
    let (day, rest) = Self.floorDivide(local.milliseconds, by: 86_400_000)
    self.day = Int(day)
    self.secondOfDay = Int(rest / 1000)
  }

  var hour: Int { secondOfDay / 3600 }
  var minute: Int { secondOfDay / 60 % 60 }

  /// 0 is Monday.
  var weekday: Int { ((day + 3) % 7 + 7) % 7 }

  /// Counted in eras of 400 years that begin on the first of March, so that the leap day comes
  /// last and every month has its fixed place.
  var monthAndDay: (month: Int, day: Int) {
    let daysInEra = 146_097
    let (_, dayOfEra) = Self.floorDivide(Int64(day) + 719_468, by: Int64(daysInEra))
    let inEra = Int(dayOfEra)
    let year = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
    let dayOfYear = inEra - (365 * year + year / 4 - year / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    return (monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9, dayOfMonth)
  }

  private static func floorDivide(_ value: Int64, by divisor: Int64) -> (Int64, Int64) {
    let rest = (value % divisor + divisor) % divisor
    return ((value - rest) / divisor, rest)
  }
}
