import CheckinFlows
import Foundation
import Testing

@Suite struct TimeWordsTests {
  /// Instants as ISO 8601, so that no arithmetic of ours is trusted.
  private func instant(_ text: String) throws -> Instant {
    Instant(try Date(text, strategy: .iso8601))
  }

  @Test(arguments: [
    ("2026-11-24T20:30:00Z", "kl. 21.30", "21:30"),
    ("2026-11-24T22:59:59Z", "kl. 23.59", "23:59"),
    ("2026-11-24T23:00:00Z", "ons 25 nov kl. 00.00", "Wed 25 Nov 00:00"),
    ("2026-11-23T22:59:59Z", "mån 23 nov kl. 23.59", "Mon 23 Nov 23:59"),
    ("2026-11-25T07:00:00Z", "ons 25 nov kl. 08.00", "Wed 25 Nov 08:00"),
    ("2026-12-31T23:00:00Z", "fre 1 jan kl. 00.00", "Fri 1 Jan 00:00"),
    ("2027-05-08T10:05:00Z", "lör 8 maj kl. 12.05", "Sat 8 May 12:05"),
    ("2028-02-29T11:00:00Z", "tis 29 feb kl. 12.00", "Tue 29 Feb 12:00"),
    ("2026-10-25T00:30:00Z", "sön 25 okt kl. 02.30", "Sun 25 Oct 02:30"),
    ("2026-10-25T01:30:00Z", "sön 25 okt kl. 02.30", "Sun 25 Oct 02:30"),
    ("2026-03-29T01:30:00Z", "sön 29 mar kl. 03.30", "Sun 29 Mar 03:30"),
  ])
  func `a time is said with its day unless it is today's`(
    iso: String, swedish: String, english: String
  ) throws {
    let zone = try TextSamples.stockholm()
    let time = try instant(iso)
    let now = TextSamples.now
    #expect(TimeWords(language: .swedish, zone: zone).time(time, now: now) == swedish)
    #expect(TimeWords(language: .english, zone: zone).time(time, now: now) == english)
  }

  @Test func `the same instant has another day in another zone`() throws {
    let time = try instant("2026-11-24T23:30:00Z")
    let utc = TimeWords(language: .swedish, zone: try #require(TimeZone(identifier: "UTC")))
    #expect(utc.time(time, now: TextSamples.now) == "kl. 23.30")
  }

  @Test func `dates agree with the calendar on every day of forty years`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try TextSamples.stockholm()
    let words = TimeWords(language: .english, zone: calendar.timeZone)
    let symbols = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let start = try instant("2019-12-31T23:30:00Z")
    for day in 0..<14_600 {
      let moment = start.adding(seconds: day * 86_400)
      let parts = calendar.dateComponents([.weekday, .day, .month], from: moment.date)
      let (weekday, month) = (try #require(parts.weekday), try #require(parts.month))
      let expected = "\(weekdays[weekday - 1]) \(try #require(parts.day)) \(symbols[month - 1])"
      try #require(words.date(moment) == expected)
    }
  }
}
