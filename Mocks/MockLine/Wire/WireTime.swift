import Foundation

/// Times as they stand on the wire.
enum WireTime {
  /// `2026-11-20T07:00:00.123456`: UTC, no zone, microseconds, as 46elks writes it.
  static func microseconds(_ date: Date) -> String {
    let total = Int64((date.timeIntervalSince1970 * 1_000_000).rounded())
    let parts = total.quotientAndRemainder(dividingBy: 1_000_000)
    return seconds(parts.quotient) + "." + padded(Int(parts.remainder), to: 6)
  }

  /// `2026-11-20T07:00:00.123456Z` for the control interface.
  static func zoned(_ date: Date) -> String { microseconds(date) + "Z" }

  /// Reads a time with or without fraction and zone letter; a missing zone means UTC.
  static func read(_ text: String) -> Date? {
    let body = text.hasSuffix("Z") ? text.dropLast() : text[...]
    let halves = body.split(separator: ".", maxSplits: 1)
    guard let whole = halves.first, let date = try? Date(whole + "Z", strategy: .iso8601) else {
      return nil
    }
    guard halves.count == 2, let fraction = Double("0." + halves[1]) else { return date }
    return date.addingTimeInterval(fraction)
  }

  private static func seconds(_ total: Int64) -> String {
    let (days, rest) = total.quotientAndRemainder(dividingBy: 86_400)
    let (year, month, day) = civil(fromDays: days)
    let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { padded(Int($0), to: 2) }
    return [padded(year, to: 4), padded(month, to: 2), padded(day, to: 2)].joined(separator: "-")
      + "T" + clock.joined(separator: ":")
  }

  /// The proleptic Gregorian date of a day counted from 1970-01-01, valid from that day on.
  private static func civil(fromDays days: Int64) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (Int(year), Int(month), Int(day))
  }

  private static func padded(_ value: Int, to width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
