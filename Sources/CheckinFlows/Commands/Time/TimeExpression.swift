/// A time of day as it was written.
struct ClockTime: Equatable, Sendable {
  /// 0–1440; in 12-hour form 0–719, and the reading twelve hours later is meant just as well.
  var minuteOfDay: Int
  var isTwelveHour: Bool

  static let midnight = ClockTime(minuteOfDay: 1440, isTwelveHour: false)

  /// Hours 13–23, 0, 24 and a leading zero are 24-hour. Nil for what no clock shows.
  init?(hour: Int, minute: Int, hasLeadingZero: Bool = false) {
    guard (0...24).contains(hour), (0...59).contains(minute), hour < 24 || minute == 0 else {
      return nil
    }
    isTwelveHour = (1...12).contains(hour) && !hasLeadingZero
    minuteOfDay = isTwelveHour ? hour % 12 * 60 + minute : hour * 60 + minute
  }

  private init(minuteOfDay: Int, isTwelveHour: Bool) {
    self.minuteOfDay = minuteOfDay
    self.isTwelveHour = isTwelveHour
  }

  /// So many minutes after the full hour, or before it when negative.
  func shifted(minutes: Int) -> ClockTime {
    let cycle = isTwelveHour ? 720 : 1440
    return ClockTime(
      minuteOfDay: (minuteOfDay + minutes + cycle) % cycle, isTwelveHour: isTwelveHour)
  }

  func before(noon isMorning: Bool) -> ClockTime {
    guard isTwelveHour else { return self }
    return ClockTime(minuteOfDay: minuteOfDay + (isMorning ? 0 : 720), isTwelveHour: false)
  }
}

/// The part of the day that makes a 12-hour time certain.
enum DayPart: Equatable, Sendable { case morning, evening }

/// The day that was named beside a time.
enum DayName: Equatable, Sendable {
  case today, evening, night, tomorrow, dayAfterTomorrow
  /// 1 is Monday.
  case weekday(Int)
  case date(day: Int, month: Int, year: Int?)
}

/// A time as it was written, not yet an instant.
enum TimeExpression: Equatable, Sendable {
  case clock(ClockTime, on: DayName?)
  case elapsed(minutes: Int)
}

/// A time that was found in a text.
struct TimeMatch: Equatable, Sendable {
  /// How surely this is a time at all.
  enum Form: Equatable, Sendable {
    /// `21.30`, `kl 9`, `halv tio`, `imorgon 8`, `om 2 timmar`.
    case sure
    /// `2130`, or `21 30`.
    case digits
    /// `21 30` is sure only in front.
    case spaced
    /// An hour and nothing else: `21`, `nio`.
    case bare
  }

  /// Tokens, with the words that lead up to the time.
  var range: Range<Int>
  var expression: TimeExpression
  var form: Form
  /// `till` stands in front.
  var isToward = false
  /// An hour and no more, and "about" in front of it.
  var isGuess = false
}

/// All times of a text.
struct FoundTimes: Sendable {
  var sure: [TimeMatch] = []
  var weak: [TimeMatch] = []
  /// Two hours joined by a dash or `till`: never guessed.
  var hasRange = false
  /// A day at the front of the text, with the tokens that it takes.
  var leadingDay: (day: DayName, range: Range<Int>)?

  var isEmpty: Bool { sure.isEmpty && weak.isEmpty }
}
