import CheckinFlows
import Foundation
import Testing

@Suite struct SpokenTimeTests {
  /// The evening of Tuesday 2 June 2026, in Stockholm.
  static let evening = instant("2026-06-02T19:00:00+02:00")

  @Test func `every hour and every minute is read as written down`() throws {
    let url = try #require(
      Bundle.module.url(forResource: "Vectors/spoken-times", withExtension: "txt"))
    let rows = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    #expect(rows.count == 24 * 3 + 57)
    for row in rows {
      let columns = row.split(separator: "|").map(String.init)
      let clock = columns[0].split(separator: ".").compactMap { Int($0) }
      #expect(time(.swedish, clock) == columns[1])
      #expect(time(.english, clock) == columns[2])
    }
  }

  @Test(arguments: [
    ("2026-06-02T21:30:00+02:00", "klockan tjugoett och trettio", "twenty-one thirty"),
    ("2026-06-03T07:00:00+02:00", "i morgon klockan sju", "oh seven hundred tomorrow"),
    (
      "2026-06-01T22:15:00+02:00", "i går klockan tjugotvå och femton",
      "twenty-two fifteen yesterday"
    ),
    (
      "2026-06-05T08:05:00+02:00", "fredag den femte juni klockan åtta och noll fem",
      "oh eight oh five on Friday the fifth of June"
    ),
    ("2026-06-03T00:00:00+02:00", "midnatt", "midnight"),
    ("2026-06-02T00:00:00+02:00", "midnatt", "midnight"),
    ("2026-06-04T00:00:00+02:00", "i morgon midnatt", "midnight tomorrow"),
    ("2026-06-03T00:30:00+02:00", "i morgon klockan noll noll och trettio", "zero thirty tomorrow"),
  ])
  func `a day is said unless it is today`(time: String, swedish: String, english: String) {
    #expect(said(.swedish, time) == swedish)
    #expect(said(.english, time) == english)
  }

  @Test func `tomorrow stays tomorrow when the clocks change`() {
    let clock = SpokenClock(
      now: Self.instant("2026-10-24T23:50:00+02:00"), zone: Line.stockholm)
    let time = Self.instant("2026-10-25T23:40:00+01:00")
    let words = SpokenTime(.swedish, clock).fragments(time).map(\.words)
    #expect(words.joined(separator: " ") == "i morgon klockan tjugotre och fyrtio")
  }

  @Test func `every date of a leap year is said in both languages`() {
    let days = (0..<366).map {
      Self.instant("2028-01-01T12:00:00+01:00").adding(minutes: $0 * 1440)
    }
    let swedish = days.map { said(.swedish, $0) }
    #expect(Set(swedish).count == 366)
    #expect(swedish[0] == "lördag den första januari klockan tolv")
    #expect(swedish[59] == "tisdag den tjugonionde februari klockan tolv")
    #expect(swedish[365] == "söndag den trettioförsta december klockan tolv")
    let english = days.map { said(.english, $0) }
    #expect(english[365] == "twelve hundred on Sunday the thirty-first of December")
    #expect(Set(english).count == 366)
  }

  private func time(_ language: Language, _ clock: [Int]) -> String {
    let spoken = SpokenTime(language, SpokenClock(now: Self.evening, zone: Line.stockholm))
    let fragments = spoken.time(hour: clock[0], minute: clock[1])
    return fragments.map(\.words).joined(separator: " ")
  }

  private func said(_ language: Language, _ time: String) -> String {
    said(language, Self.instant(time))
  }

  private func said(_ language: Language, _ time: Instant) -> String {
    let spoken = SpokenTime(language, SpokenClock(now: Self.evening, zone: Line.stockholm))
    return spoken.fragments(time).map(\.words).joined(separator: " ")
  }

  private static func instant(_ text: String) -> Instant {
    Instant((try? Date(text, strategy: .iso8601)) ?? .distantPast)
  }
}
