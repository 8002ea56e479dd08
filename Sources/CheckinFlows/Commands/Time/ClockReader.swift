/// Times of day: `21.30`, `2130`, `9 pm`, `halv tio`, `kvart över nio`, `half past nine`, `midnatt`.
enum ClockReader {
  typealias Found = (time: ClockTime, form: TimeMatch.Form, end: Int)

  static func read(_ tokens: [Token], at index: Int) -> Found? {
    guard index < tokens.count else { return nil }
    let token = tokens[index]
    if token.kind == .number {
      return relative(tokens, index) ?? DigitClockReader.read(tokens, at: index)
    }
    guard token.kind == .word else { return nil }
    return named(tokens, index) ?? half(tokens, index) ?? relative(tokens, index)
      ?? words(tokens, index)
  }

  private static func named(_ tokens: [Token], _ index: Int) -> Found? {
    switch tokens[index].folded {
    case "midnatt", "midnight": return (.midnight, .sure, index + 1)
    case "noon":
      guard let noon = ClockTime(hour: 12, minute: 0, hasLeadingZero: true) else { return nil }
      return (noon, .sure, index + 1)
    default: return nil
    }
  }

  /// `halv tio` is before ten, `half past nine` after nine. The English "half nine" is read by
  /// neither: the two languages mean different hours.
  private static func half(_ tokens: [Token], _ index: Int) -> Found? {
    if tokens.isWord("half", at: index), tokens.isWord("past", at: index + 1) {
      guard let (hour, end) = hour(tokens, index + 2) else { return nil }
      return (hour.shifted(minutes: 30), .sure, end)
    }
    if tokens.isWord("halv", at: index), let (hour, end) = hour(tokens, index + 1) {
      return (hour.shifted(minutes: -30), .sure, end)
    }
    guard tokens[index].folded.hasPrefix("halv"),
      let number = Lexicon.entry(String(tokens[index].folded.dropFirst(4))).number,
      let hour = ClockTime(hour: number, minute: 0)
    else { return nil }
    return (hour.shifted(minutes: -30), .sure, index + 1)
  }

  /// `kvart i tio`, `fem över halv tio`, `10 över 9`, `twenty to ten`.
  private static func relative(_ tokens: [Token], _ index: Int) -> Found? {
    guard let (minutes, link) = offset(tokens, index), link < tokens.count else { return nil }
    let isBefore = tokens.isWord(["i", "to"], at: link)
    guard isBefore || tokens.isWord(["over", "past"], at: link) else { return nil }
    let isHalf = tokens.isWord("halv", at: link + 1)
    guard let (hour, end) = hour(tokens, isHalf ? link + 2 : link + 1) else { return nil }
    return (hour.shifted(minutes: (isBefore ? -minutes : minutes) - (isHalf ? 30 : 0)), .sure, end)
  }

  private static func offset(_ tokens: [Token], _ index: Int) -> (minutes: Int, end: Int)? {
    if tokens.isWord(["kvart", "quarter"], at: index) { return (15, index + 1) }
    if tokens.isWord("a", at: index), tokens.isWord("quarter", at: index + 1) {
      return (15, index + 2)
    }
    guard let (minutes, end) = NumberReader.read(tokens, at: index), (1...29).contains(minutes)
    else { return nil }
    if tokens.has(.minutes, at: end) { return (minutes, end + 1) }
    return tokens[index].kind == .word || minutes % 5 == 0 ? (minutes, end) : nil
  }

  /// A full hour behind `halv`, `i` or `över`: nothing that goes on with minutes or a unit.
  private static func hour(_ tokens: [Token], _ index: Int) -> (time: ClockTime, end: Int)? {
    guard let (number, end) = NumberReader.read(tokens, at: index), number >= 1,
      let time = ClockTime(hour: number, minute: 0), !tokens.has(.minutes, at: end),
      !tokens.has(.hours, at: end), !tokens.gluedSign(["-", "/", ":"], at: end)
    else { return nil }
    return (time, end)
  }

  /// `nio`, `tjugotvå`, `tjugoett och trettio`. A lone `en` or `ett` is an article.
  private static func words(_ tokens: [Token], _ index: Int) -> Found? {
    guard let (number, end) = NumberReader.read(tokens, at: index), number <= 24,
      !tokens.has(.hours, at: end), !tokens.has(.minutes, at: end)
    else { return nil }
    let minuteStart = tokens.isWord(["och", "and"], at: end) ? end + 1 : end
    if minuteStart < tokens.count, tokens[minuteStart].kind == .word,
      let (minute, last) = NumberReader.read(tokens, at: minuteStart), (10...59).contains(minute),
      let time = ClockTime(hour: number, minute: minute)
    {
      return (time, .sure, last)
    }
    guard let time = ClockTime(hour: number, minute: 0) else { return nil }
    if tokens.isWord("oclock", at: end) { return (time, .sure, end + 1) }
    return (time, .bare, end)
  }
}
