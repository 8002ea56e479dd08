import struct Foundation.TimeZone

/// Every fragment that a prompt can hold, so that all can be recorded, or rendered beforehand.
public enum FragmentCatalogue {
  /// What has to be recorded for one language, each key once.
  public static func all(_ language: Language) -> [Fragment] {
    SpokenSentence.allCases.map { $0.fragment(language) } + times(language) + days(language)
      + digits(language)
  }

  private static func times(_ language: Language) -> [Fragment] {
    let zone = TimeZone(secondsFromGMT: 0) ?? .current
    let time = SpokenTime(language, SpokenClock(now: Instant(milliseconds: 0), zone: zone))
    let minutes = (language == .swedish ? 1 : 0)..<60
    let clock = language == .swedish ? [time.clockWord] : []
    return clock + [time.midnight] + (0..<24).map(time.hour) + minutes.map(time.minute)
  }

  private static func days(_ language: Language) -> [Fragment] {
    let days = SpokenDays(language)
    return [days.tomorrow, days.yesterday] + (1...7).map(days.weekday)
      + (1...31).map(days.dayOfMonth) + (1...12).map(days.month)
  }

  private static func digits(_ language: Language) -> [Fragment] {
    let numbers = SpokenNumbers(language)
    return (0..<10).map(numbers.digit) + numbers.extras + numbers.reference("L")
      + numbers.reference("T")
  }
}
