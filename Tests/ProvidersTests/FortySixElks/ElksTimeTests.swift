import CheckinFlows
import Foundation
import Testing

@testable import GatewayProviders

@Suite struct ElksTimeTests {
  @Test(arguments: [
    ("2016-11-03T15:08:14.609873", 1_478_185_694_609), ("2016-11-03T15:08:14", 1_478_185_694_000),
    ("2026-11-20T07:00:00.123000", 1_795_158_000_123), ("2026-11-20T07:00:04Z", 1_795_158_004_000),
    ("2026-11-20T07:00:04.5Z", 1_795_158_004_500),
    ("2026-11-20T07:00:04.500000+00:00", 1_795_158_004_500),
    ("2026-11-20T08:00:04+01:00", 1_795_158_004_000),
    ("2026-11-20T02:30:04-0430", 1_795_158_004_000), ("2026-11-20 07:00:04", 1_795_158_004_000),
    ("2024-02-29T00:00:00", 1_709_164_800_000), ("1969-12-31T23:59:59.999", -1),
  ])
  func `every form of time that has been seen is read as UTC`(text: String, expected: Int64) {
    #expect(ElksTime.instant(text)?.milliseconds == expected)
  }

  @Test(arguments: [
    "", "2026-11-20", "2026-11-20T07:00", "2026-11-20T07:00:00.", "2026-11-20T07:00:00X",
    "2026-11-20T24:00:00", "2026-02-29T00:00:00", "2026-13-01T00:00:00", "2026-00-01T00:00:00",
    "20261120T070000", "2026-11-20T07:00:00+1", "nu", "2026-11-20T07:00:00Z ",
    "２０２６-11-20T07:00:00",
  ])
  func `what is no time is none`(text: String) {
    #expect(ElksTime.instant(text) == nil)
  }

  @Test func `a time that we write reads as the same moment everywhere`() throws {
    let formatter = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    // A prime number of milliseconds, so that every field takes many values.
    for step in stride(from: Int64(-100_000_000_000), to: 4_000_000_000_000, by: 9_999_999_967) {
      let instant = Instant(milliseconds: step)
      let text = ElksTime.text(instant)
      #expect(ElksTime.instant(text) == instant)
      let theirs = try formatter.parse(String(text.dropLast(3)) + "Z")
      #expect(Instant(theirs) == instant)
    }
  }
}
