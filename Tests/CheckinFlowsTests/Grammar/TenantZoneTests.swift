import CheckinFlows
import Foundation
import Testing

@Suite("Wall clocks of the tenant")
struct TenantZoneTests {
  private let zone = TenantZone.stockholm

  @Test("this machine knows Swedish time")
  func zoneIsComplete() {
    #expect(zone.isComplete)
    #expect(!TenantZone(.gmt).isComplete)
  }

  @Test("a time that is jumped over moves forward")
  func gapMovesForward() throws {
    let date = try #require(CivilDate(year: 2026, month: 3, day: 29))
    let found = zone.instants(on: date, minuteOfDay: 150)
    #expect(found.map(zone.iso8601) == ["2026-03-29T03:30:00+02:00"])
  }

  @Test("a time that comes twice is two instants, the earlier first")
  func doubledHourIsTwo() throws {
    let date = try #require(CivilDate(year: 2026, month: 10, day: 25))
    let found = zone.instants(on: date, minuteOfDay: 150)
    #expect(found.map(zone.iso8601) == ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"])
    #expect(zone.instant(on: date, minuteOfDay: 150, after: found[0]) == found[1])
  }

  @Test("every quarter of a year comes back from its wall clock")
  func wallClocksComeBack() {
    let start = Instant(milliseconds: 1_767_225_600_000)
    for quarter in 0..<(365 * 96) {
      let instant = start.adding(minutes: quarter * 15)
      let clock = zone.wallClock(at: instant)
      #expect(zone.instants(on: clock.date, minuteOfDay: clock.minuteOfDay).contains(instant))
    }
  }

  @Test("timestamps are read with any offset and any fraction")
  func timestampsAreRead() {
    let whole = Instant(iso8601: "2026-11-24T20:10:00+01:00")
    #expect(whole == Evening.start)
    #expect(Instant(iso8601: "2026-11-24T19:10:00Z") == whole)
    #expect(Instant(iso8601: "2026-11-24T19:10:00.123456789Z")?.milliseconds == 1_795_547_400_123)
    #expect(Instant(iso8601: "2026-11-24T14:10:00-0500") == whole)
  }

  @Test(
    "a timestamp without an offset, or with nonsense, is refused",
    arguments: [
      "2026-11-24T20:10:00", "2026-11-24", "", "20:10", "2026-13-01T00:00:00Z",
      "2026-02-29T00:00:00Z", "2026-11-24T25:00:00Z", "2026-11-24T20:10:00Zx",
    ])
  func nonsenseIsRefused(text: String) {
    #expect(Instant(iso8601: text) == nil)
  }
}
