/// Durations with a unit: `2 tim`, `1h30`, `1,5 tim`, `en halvtimme`, `en timme och en kvart`.
enum DurationReader {
  typealias Found = (minutes: Int, end: Int)
  /// More is no duration that anybody means; keeps sums small.
  private static let longestMinutes = 100_000

  static func read(_ tokens: [Token], at index: Int) -> Found? {
    guard index < tokens.count else { return nil }
    let found =
      fixed(tokens, index) ?? fraction(tokens, index) ?? decimal(tokens, index)
      ?? whole(tokens, index)
    guard let found, (1...longestMinutes).contains(found.minutes) else { return nil }
    return found
  }

  /// `halvtimme`, `en kvart`, `tre kvart`, `half an hour`.
  private static func fixed(_ tokens: [Token], _ index: Int) -> Found? {
    if tokens.isWord(["halvtimme", "halvtimma"], at: index) { return (30, index + 1) }
    if tokens.isWord("trekvart", at: index) { return (45, index + 1) }
    if tokens.isWord("half", at: index) { return halfHour(tokens, index + 1) }
    guard let count = article(tokens, index) else { return nil }
    let next = index + 1
    if tokens.isWord(["halvtimme", "halvtimma"], at: next) { return (30, next + 1) }
    if count == 1, tokens.isWord(["halv", "half"], at: next), tokens.has(.hours, at: next + 1) {
      return (30, next + 2)
    }
    guard tokens.isWord(["kvart", "quarter", "kvarts"], at: next), count <= 3,
      !tokens.isWord(["i", "over", "to", "past"], at: next + 1)
    else { return nil }
    if tokens.isWord("of", at: next + 1), tokens.has(.hours, at: next + 3) {
      return (count * 15, next + 4)
    }
    return (count * 15, tokens.has(.hours, at: next + 1) ? next + 2 : next + 1)
  }

  private static func halfHour(_ tokens: [Token], _ index: Int) -> Found? {
    if tokens.isWord(["an", "a"], at: index), tokens.has(.hours, at: index + 1) {
      return (30, index + 2)
    }
    return tokens.has(.hours, at: index) ? (30, index + 1) : nil
  }

  /// `två och en halv timme`, `ett par timmar`.
  private static func fraction(_ tokens: [Token], _ index: Int) -> Found? {
    guard let count = article(tokens, index) else { return nil }
    let next = index + 1
    if tokens.isWord(["och", "and"], at: next), tokens.isWord(["en", "a"], at: next + 1),
      tokens.isWord(["halv", "half"], at: next + 2), tokens.has(.hours, at: next + 3)
    {
      return (count * 60 + 30, next + 4)
    }
    guard count == 1, tokens.isWord(["par", "couple"], at: next) else { return nil }
    let unit = tokens.isWord("of", at: next + 1) ? next + 2 : next + 1
    guard tokens.has(.hours, at: unit) else { return nil }
    return (120, unit + 1)
  }

  /// `1,5 tim`, `1:30 h`.
  private static func decimal(_ tokens: [Token], _ index: Int) -> Found? {
    guard let whole = tokens[index].value, whole < 1000,
      tokens.gluedSign([",", ".", ":"], at: index + 1),
      let digits = tokens.gluedDigits(at: index + 2), let part = digits.value,
      digits.folded.utf8.count <= 2, let end = unitEnd(tokens, index + 3, .hours)
    else { return nil }
    if tokens[index + 1].isSign(":") { return part < 60 ? (whole * 60 + part, end) : nil }
    let isTenths = digits.folded.utf8.count == 1
    return (whole * 60 + part * 60 / (isTenths ? 10 : 100), end)
  }

  /// `90 min`, `2 tim`, `1 timme och 30 min`.
  private static func whole(_ tokens: [Token], _ index: Int) -> Found? {
    guard let (count, next) = quantity(tokens, index), count < longestMinutes else { return nil }
    if let end = unitEnd(tokens, next, .minutes) { return (count, end) }
    guard let end = unitEnd(tokens, next, .hours), !isClock(tokens, index, count) else {
      return nil
    }
    let rest = remainder(tokens, end)
    return (count * 60 + (rest?.minutes ?? 0), rest?.end ?? end)
  }

  /// What follows whole hours: `30`, `30 min`, `och en halv`, `och en kvart`.
  private static func remainder(_ tokens: [Token], _ index: Int) -> Found? {
    if let digits = tokens.gluedDigits(at: index), let minutes = digits.value, minutes < 60 {
      return (minutes, unitEnd(tokens, index + 1, .minutes) ?? index + 1)
    }
    let hasAnd = tokens.isWord(["och", "and"], at: index)
    let start = hasAnd ? index + 1 : index
    if hasAnd, tokens.isWord(["en", "a"], at: start) {
      if tokens.isWord(["halv", "half"], at: start + 1) { return (30, start + 2) }
      if tokens.isWord(["kvart", "quarter"], at: start + 1) { return (15, start + 2) }
    }
    guard let (minutes, next) = NumberReader.read(tokens, at: start), minutes < 60 else {
      return nil
    }
    if let end = unitEnd(tokens, next, .minutes) { return (minutes, end) }
    return next == tokens.count && minutes >= 5 ? (minutes, next) : nil
  }

  /// `21h30` and `21h` are times of day: the reading that contacts sooner.
  private static func isClock(_ tokens: [Token], _ index: Int, _ count: Int) -> Bool {
    (13...24).contains(count) && tokens[index].kind == .number
      && tokens.isWord("h", at: index + 1) && tokens[index + 1].isGlued
  }

  private static func quantity(_ tokens: [Token], _ index: Int) -> Found? {
    if let (number, end) = NumberReader.read(tokens, at: index) { return (number, end) }
    return article(tokens, index).map { ($0, index + 1) }
  }

  private static func article(_ tokens: [Token], _ index: Int) -> Int? {
    if tokens.isWord(["a", "an"], at: index) { return 1 }
    guard let number = tokens[index].quantity, number < 100 else { return nil }
    return number
  }

  /// One letter is a unit only where it sticks to the digits; `h` also stands alone.
  private static func unitEnd(_ tokens: [Token], _ index: Int, _ unit: WordKind) -> Int? {
    guard tokens.has(unit, at: index) else { return nil }
    let token = tokens[index]
    guard token.folded.utf8.count > 1 || token.folded == "h" || token.isGlued else { return nil }
    return tokens.gluedSign(["."], at: index + 1) && index + 2 < tokens.count
      ? index + 2 : index + 1
  }
}
