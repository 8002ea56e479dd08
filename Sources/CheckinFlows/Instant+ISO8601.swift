extension Instant {
  /// Reads ISO 8601 with `Z` or an offset and any fraction of a second:
  /// `2026-11-24T21:30:00.123456+01:00`. What is finer than a millisecond is cut off.
  ///
  /// Nil for anything else, also for a time without an offset: it would be another instant on
  /// another machine.
  public init?(iso8601 text: String) {
    var scanner = ISO8601Scanner(text)
    guard let date = scanner.date(), scanner.separator(), let time = scanner.time(),
      let offset = scanner.offsetSeconds(), scanner.isAtEnd
    else { return nil }
    let seconds = date.daysSinceEpoch * 86_400 + time.seconds - offset
    self.init(milliseconds: Int64(seconds) * 1000 + Int64(time.milliseconds))
  }
}

private struct ISO8601Scanner {
  private let bytes: [UInt8]
  private var place = 0

  /// No timestamp is longer; a hostile one is not looked at.
  private static let longest = 64

  init(_ text: String) {
    bytes = Array(text.utf8.prefix(ISO8601Scanner.longest + 1))
    if bytes.count > ISO8601Scanner.longest { place = bytes.count }
  }

  var isAtEnd: Bool { place == bytes.count }

  mutating func date() -> CivilDate? {
    guard let year = digits(4), take("-"), let month = digits(2), take("-"), let day = digits(2)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  mutating func separator() -> Bool { take("T") || take("t") || take(" ") }

  mutating func time() -> (seconds: Int, milliseconds: Int)? {
    guard let hour = digits(2), hour < 24, take(":"), let minute = digits(2), minute < 60 else {
      return nil
    }
    guard take(":") else { return (hour * 3600 + minute * 60, 0) }
    guard let second = digits(2), second < 60, let fraction = milliseconds() else { return nil }
    return (hour * 3600 + minute * 60 + second, fraction)
  }

  mutating func offsetSeconds() -> Int? {
    if take("Z") || take("z") { return 0 }
    let isEast = take("+")
    guard isEast || take("-"), let hours = digits(2), hours <= 14 else { return nil }
    guard !isAtEnd else { return (isEast ? 1 : -1) * hours * 3600 }
    _ = take(":")
    guard let minutes = digits(2), minutes < 60 else { return nil }
    return (isEast ? 1 : -1) * (hours * 3600 + minutes * 60)
  }

  private mutating func milliseconds() -> Int? {
    guard take(".") || take(",") else { return 0 }
    var value = 0
    var count = 0
    while let digit = digit() {
      if count < 3 { value = value * 10 + digit }
      count += 1
    }
    guard count > 0 else { return nil }
    for _ in 0..<max(0, 3 - count) { value *= 10 }
    return value
  }

  private mutating func digits(_ count: Int) -> Int? {
    var value = 0
    for _ in 0..<count {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  private mutating func digit() -> Int? {
    guard place < bytes.count, (0x30...0x39).contains(bytes[place]) else { return nil }
    place += 1
    return Int(bytes[place - 1] - 0x30)
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard place < bytes.count, UInt32(bytes[place]) == sign.value else { return false }
    place += 1
    return true
  }
}
