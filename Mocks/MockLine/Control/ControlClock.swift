import Foundation

/// `/control/clock`: sets the line's clock, so that it agrees with the clock of whoever drives it.
///
/// One moment is named on both clocks, in milliseconds since 1970, instead of a difference: how
/// long the request takes does not matter then.
enum ControlClock {
  static func answer(_ request: LineRequest, _ clock: any LineClock) -> LineAnswer {
    guard request.method == "PUT" else { return .json(view(of: clock)) }
    guard let clock = clock as? RealLineClock else {
      return refusal("This line's clock is moved by hand.")
    }
    guard let body = JSONValue.read(request.body), let real = body["realMilliseconds"]?.double,
      let line = body["lineMilliseconds"]?.double, let speed = body["speed"]?.double, speed > 0
    else {
      return refusal("Send {\"realMilliseconds\", \"lineMilliseconds\", \"speed\"}.")
    }
    clock.set(real: date(real), line: date(line), speed: speed)
    return .json(view(of: clock))
  }

  private static func date(_ milliseconds: Double) -> Date {
    Date(timeIntervalSince1970: milliseconds / 1000)
  }

  private static func refusal(_ reason: String) -> LineAnswer {
    .json(.object([("error", .string(reason))]), status: 400)
  }

  /// What the page and harnesses are told of the clock.
  static func view(of clock: any LineClock) -> JSONValue {
    .object([("speed", .number(clock.speed)), ("now", .string(WireTime.zoned(clock.now)))])
  }
}
