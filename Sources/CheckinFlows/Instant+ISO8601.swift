extension Instant {
  /// Reads `2026-11-24T21:30:00+01:00`: seconds and any fraction of them may be missing, the offset
  /// (or `Z`) may not. `nil` for anything else.
  public init?(iso8601 text: String) {
    var reader = ISO8601Reader(text)
    guard let days = reader.date(), reader.take(where: { $0 == "T" || $0 == "t" || $0 == " " }),
      let time = reader.timeOfDayMilliseconds(), let offset = reader.offsetMinutes(), reader.isAtEnd
    else { return nil }
    self.init(milliseconds: days * 86_400_000 + time - offset * 60_000)
  }
}

private struct ISO8601Reader {
  private var rest: Substring

  init(_ text: String) {
    rest = Substring(text)
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(where matches: (Character) -> Bool) -> Bool {
    guard let first = rest.first, matches(first) else { return false }
    rest.removeFirst()
    return true
  }

  mutating func digits(_ count: Int) -> Int64? {
    let head = rest.prefix(count)
    guard head.count == count, head.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    rest.removeFirst(count)
    return Int64(head)
  }

  /// Days since 1970-01-01.
  mutating func date() -> Int64? {
    guard let year = digits(4), take(where: { $0 == "-" }), let month = digits(2),
      take(where: { $0 == "-" }), let day = digits(2),
      let date = CivilDate(year: Int(year), month: Int(month), day: Int(day))
    else { return nil }
    return Int64(date.daysSinceEpoch)
  }

  mutating func timeOfDayMilliseconds() -> Int64? {
    guard let hour = digits(2), take(where: { $0 == ":" }), let minute = digits(2), hour < 24,
      minute < 60
    else { return nil }
    let milliseconds = (hour * 60 + minute) * 60_000
    guard take(where: { $0 == ":" }) else { return milliseconds }
    guard let second = digits(2), second < 61 else { return nil }
    return milliseconds + second * 1000 + fractionMilliseconds()
  }

  private mutating func fractionMilliseconds() -> Int64 {
    guard take(where: { $0 == "." || $0 == "," }) else { return 0 }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest.removeFirst(digits.count)
    let three = digits.prefix(3) + String(repeating: "0", count: max(0, 3 - digits.count))
    return Int64(three) ?? 0
  }

  mutating func offsetMinutes() -> Int64? {
    if take(where: { $0 == "Z" || $0 == "z" }) { return 0 }
    let sign: Int64
    if take(where: { $0 == "+" }) {
      sign = 1
    } else if take(where: { $0 == "-" || $0 == "\u{2212}" }) {
      sign = -1
    } else {
      return nil
    }
    guard let hours = digits(2), hours < 24 else { return nil }
    _ = take(where: { $0 == ":" })
    let minutes = rest.isEmpty ? 0 : digits(2)
    return minutes.map { sign * (hours * 60 + $0) }
  }
}
