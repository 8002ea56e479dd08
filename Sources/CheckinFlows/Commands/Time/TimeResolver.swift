/// Makes an instant of a time as it was written.
///
/// When two readings are possible it takes the sooner one; a time that passed less than an hour ago
/// is said to be past, so that a slip never becomes twelve silent hours.
struct TimeResolver {
  enum Resolved: Equatable {
    case at(Instant)
    case past(Instant)
    /// The next such time is too far away to be meant without saying the day.
    case askDay(Instant)
  }

  private static let recentSeconds = 3600
  private static let furthestGuessSeconds = 16 * 3600

  let now: Instant
  let zone: TenantZone
  private let clock: WallClock

  init(now: Instant, zone: TenantZone) {
    self.now = now
    self.zone = zone
    clock = zone.wallClock(at: now)
  }

  /// Nil for a date that no calendar has.
  func resolve(_ expression: TimeExpression) -> Resolved? {
    switch expression {
    case .elapsed(let minutes): .at(now.adding(minutes: minutes))
    case .clock(let time, on: nil): withoutDay(time)
    case .clock(let time, on: let day?): onDay(time, day)
    }
  }

  // MARK: Without a day

  private func withoutDay(_ time: ClockTime) -> Resolved {
    let minutes =
      time.isTwelveHour ? [time.minuteOfDay, time.minuteOfDay + 720] : [time.minuteOfDay]
    var next: Instant?
    for offset in -1...1 {
      for minute in minutes {
        for found in zone.instants(on: clock.date.adding(days: offset), minuteOfDay: minute) {
          if isRecent(found), !isRepeated(minute, offset) { return .past(found) }
          if found > now { next = min(next ?? found, found) }
        }
      }
    }
    guard let next else { return .past(now) }
    return isTooFar(next, time) ? .askDay(next) : .at(next)
  }

  private func isRecent(_ instant: Instant) -> Bool {
    instant <= now && now.seconds(since: instant) <= TimeResolver.recentSeconds
  }

  /// In the night when the clock goes back the same wall time comes again, and that one is meant.
  private func isRepeated(_ minute: Int, _ offset: Int) -> Bool {
    let both = zone.instants(on: clock.date.adding(days: offset), minuteOfDay: minute)
    return both.contains { $0 > now }
  }

  /// Only a 24-hour time that has already passed today; `24:00` never has.
  private func isTooFar(_ next: Instant, _ time: ClockTime) -> Bool {
    guard !time.isTwelveHour, time.minuteOfDay < 1440 else { return false }
    let isTomorrow = time.minuteOfDay <= clock.minuteOfDay
    return isTomorrow && next.seconds(since: now) > TimeResolver.furthestGuessSeconds
  }

  // MARK: With a day

  private func onDay(_ time: ClockTime, _ day: DayName) -> Resolved? {
    switch day {
    case .today: today(time)
    case .evening: decided(evening(time))
    case .night: decided(night(time))
    case .tomorrow: tomorrow(time, days: 1)
    case .dayAfterTomorrow: tomorrow(time, days: 2)
    case .weekday(let weekday): weekdayInstant(time, weekday)
    case .date(let day, let month, let year): dateInstant(time, day, month, year)
    }
  }

  private func decided(_ instant: Instant) -> Resolved {
    instant > now ? .at(instant) : .past(instant)
  }

  private func at(_ minute: Int, days: Int = 0) -> Instant {
    zone.instant(on: clock.date.adding(days: days), minuteOfDay: minute, after: now)
  }

  private func today(_ time: ClockTime) -> Resolved {
    guard time.isTwelveHour else { return decided(at(time.minuteOfDay)) }
    let morning = at(time.minuteOfDay)
    if morning > now || isRecent(morning) { return decided(morning) }
    return decided(at(time.minuteOfDay + 720))
  }

  /// Small hours said of an evening are those after midnight.
  private func evening(_ time: ClockTime) -> Instant {
    let isSmall = time.minuteOfDay < 300
    guard isSmall else { return at(time.isTwelveHour ? time.minuteOfDay + 720 : time.minuteOfDay) }
    return at(time.minuteOfDay, days: clock.hour < 5 ? 0 : 1)
  }

  private func night(_ time: ClockTime) -> Instant {
    let isLate = time.isTwelveHour ? time.minuteOfDay >= 540 : time.minuteOfDay >= 720
    if isLate { return at(time.isTwelveHour ? time.minuteOfDay + 720 : time.minuteOfDay) }
    return at(time.minuteOfDay, days: clock.hour < 6 ? 0 : 1)
  }

  /// In the small hours, "tomorrow" is the day that dawns.
  private func tomorrow(_ time: ClockTime, days: Int) -> Resolved {
    let minute = daytimeMinute(time)
    if clock.hour < 4 {
      let sooner = at(minute, days: days - 1)
      if sooner > now { return .at(sooner) }
    }
    return .at(at(minute, days: days))
  }

  private func weekdayInstant(_ time: ClockTime, _ weekday: Int) -> Resolved {
    let ahead = (weekday - clock.date.weekday + 7) % 7
    if ahead == 0, case .at(let instant)? = Optional(today(time)) { return .at(instant) }
    return .at(at(daytimeMinute(time), days: ahead == 0 ? 7 : ahead))
  }

  private func dateInstant(_ time: ClockTime, _ day: Int, _ month: Int, _ year: Int?) -> Resolved? {
    guard let date = CivilDate(year: year ?? clock.date.year, month: month, day: day) else {
      return nil
    }
    if date == clock.date { return today(time) }
    let minute = daytimeMinute(time)
    if date < clock.date, year == nil,
      let next = CivilDate(year: date.year + 1, month: month, day: day)
    {
      return .at(zone.instant(on: next, minuteOfDay: minute, after: now))
    }
    return decided(zone.instant(on: date, minuteOfDay: minute, after: now))
  }

  /// Of a whole day the sooner reading; twelve is noon.
  private func daytimeMinute(_ time: ClockTime) -> Int {
    time.isTwelveHour && time.minuteOfDay < 60 ? time.minuteOfDay + 720 : time.minuteOfDay
  }
}
