import struct Foundation.Calendar
import struct Foundation.DateComponents
import struct Foundation.TimeZone

/// A point in time as it is said: "klockan tjugoett och trettio", "i morgon klockan sju".
public struct SpokenTime {
  let language: Language
  let clock: SpokenClock
  private let calendar: Calendar

  public init(_ language: Language, _ clock: SpokenClock) {
    self.language = language
    self.clock = clock
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = clock.zone
    self.calendar = calendar
  }

  /// Day (unless today) and time. Swedish says the day first, English last.
  public func fragments(_ time: Instant) -> [Fragment] {
    let parts = calendar.dateComponents([.hour, .minute], from: time.date)
    let hour = parts.hour ?? 0
    let minute = parts.minute ?? 0
    let isMidnight = hour == 0 && minute == 0
    let day = isMidnight ? dayOfMidnight(time) : day(time)
    let spoken = self.time(hour: hour, minute: minute)
    return switch language {
    case .swedish: day + (isMidnight ? [] : [clockWord]) + spoken
    case .english: spoken + day
    }
  }

  /// Hour and minute alone. Full hours have no minutes.
  public func time(hour: Int, minute: Int) -> [Fragment] {
    if hour == 0, minute == 0 { return [midnight] }
    switch language {
    case .swedish: return [self.hour(hour)] + (minute == 0 ? [] : [self.minute(minute)])
    case .english: return [self.hour(hour), self.minute(minute)]
    }
  }

  var clockWord: Fragment { Fragment(key: "clock", words: "klockan") }

  var midnight: Fragment {
    switch language {
    case .swedish: Fragment(key: "midnight", words: "midnatt")
    case .english: Fragment(key: "midnight", words: "midnight")
    }
  }

  func hour(_ hour: Int) -> Fragment {
    Fragment(key: "hour.\(hour)", words: hourWords(hour))
  }

  func minute(_ minute: Int) -> Fragment {
    Fragment(key: "minute.\(twoDigits(minute))", words: minuteWords(minute))
  }

  private func hourWords(_ hour: Int) -> String {
    let word = SpokenNumbers(language).cardinal(hour)
    switch language {
    case .swedish: return hour == 0 ? "noll noll" : word
    case .english: return (1..<10).contains(hour) ? "oh " + word : word
    }
  }

  private func minuteWords(_ minute: Int) -> String {
    let word = SpokenNumbers(language).cardinal(minute)
    switch language {
    case .swedish: return minute < 10 ? "och noll " + word : "och " + word
    case .english: return minute == 0 ? "hundred" : minute < 10 ? "oh " + word : word
    }
  }

  private func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  /// Midnight belongs to the evening before it: within a day of now no day is needed.
  private func dayOfMidnight(_ time: Instant) -> [Fragment] {
    let distance = abs(time.seconds(since: clock.now))
    return distance < 24 * 3600 ? [] : day(time.adding(minutes: -1))
  }

  private func day(_ time: Instant) -> [Fragment] {
    let today = calendar.startOfDay(for: clock.now.date)
    let target = calendar.startOfDay(for: time.date)
    let days = calendar.dateComponents([.day], from: today, to: target).day ?? 0
    let names = SpokenDays(language)
    switch days {
    case 0: return []
    case 1: return [names.tomorrow]
    case -1: return [names.yesterday]
    default: return names.date(calendar.dateComponents([.weekday, .day, .month], from: target))
    }
  }
}
