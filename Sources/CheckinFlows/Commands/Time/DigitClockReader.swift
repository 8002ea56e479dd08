/// Times of day in digits.
enum DigitClockReader {
  static func read(_ tokens: [Token], at index: Int) -> ClockReader.Found? {
    guard let value = tokens[index].value, !isPartOfLonger(tokens, index) else { return nil }
    switch tokens[index].folded.utf8.count {
    case 4: return run(tokens, index, value)
    case 3: return (0...24).contains(value / 100) ? run(tokens, index, value) : nil
    case 1, 2:
      return separated(tokens, index, value) ?? spaced(tokens, index, value)
        ?? hour(tokens, index, value)
    default: return nil
    }
  }

  /// In the middle of a date, a phone number or a version.
  private static func isPartOfLonger(_ tokens: [Token], _ index: Int) -> Bool {
    guard index >= 2, tokens[index].isGlued, tokens[index - 1].isGlued else {
      return index >= 1 && tokens[index].isGlued && tokens[index - 1].isSign("+")
    }
    return [".", "/", ":", ","].contains(tokens[index - 1].folded)
      && tokens[index - 2].kind == .number
  }

  private static func separated(_ tokens: [Token], _ index: Int, _ hour: Int)
    -> ClockReader.Found?
  {
    let isLetterH = tokens.isWord("h", at: index + 1) && tokens[index + 1].isGlued && hour >= 13
    guard isLetterH || tokens.gluedSign([":", ".", ","], at: index + 1),
      let digits = tokens.gluedDigits(at: index + 2), digits.folded.utf8.count == 2,
      let minute = digits.value
    else { return nil }
    var end = index + 3
    if tokens.gluedSign([":"], at: end), tokens.gluedDigits(at: end + 1) != nil { end += 2 }
    let goesOn = tokens.gluedSign([".", ","], at: end) && tokens.gluedDigits(at: end + 1) != nil
    guard !goesOn else { return nil }
    return finished(tokens, index, hour: hour, minute: minute, form: .sure, end: end)
  }

  /// `2130`, `930`.
  private static func run(_ tokens: [Token], _ index: Int, _ value: Int) -> ClockReader.Found? {
    let end = index + 1
    let isSticky =
      tokens.gluedSign(["-", "/", ".", ":"], at: end) && tokens.gluedDigits(at: end + 1) != nil
    guard !isSticky, !tokens.has(.minutes, at: end), !tokens.has(.hours, at: end) else {
      return nil
    }
    return finished(
      tokens, index, hour: value / 100, minute: value % 100, form: .digits, end: end)
  }

  /// `21 30`.
  private static func spaced(_ tokens: [Token], _ index: Int, _ hour: Int) -> ClockReader.Found? {
    let next = index + 1
    guard next < tokens.count, tokens[next].kind == .number, !tokens[next].isGlued,
      tokens[next].folded.utf8.count == 2, let minute = tokens[next].value,
      !tokens.has(.minutes, at: next + 1), !tokens.has(.hours, at: next + 1),
      !tokens.gluedSign([":", ".", "/", "-"], at: next + 1)
    else { return nil }
    return finished(tokens, index, hour: hour, minute: minute, form: .spaced, end: next + 1)
  }

  private static func hour(_ tokens: [Token], _ index: Int, _ hour: Int) -> ClockReader.Found? {
    var end = index + 1
    let isSticky =
      tokens.gluedSign(["-", "/", ".", ":", ","], at: end)
      && tokens.gluedDigits(at: end + 1) != nil
    guard !isSticky, !tokens.has(.minutes, at: end) else { return nil }
    if tokens.isWord("oclock", at: end) {
      return finished(tokens, index, hour: hour, minute: 0, form: .sure, end: end + 1)
    }
    if tokens.isWord("h", at: end), tokens[end].isGlued, hour >= 13 {
      return finished(tokens, index, hour: hour, minute: 0, form: .sure, end: end + 1)
    }
    guard !tokens.has(.hours, at: end) else { return nil }
    if tokens.gluedSign(["-"], at: end), tokens.isWord("tiden", at: end + 1) { end += 2 }
    let form: TimeMatch.Form = end > index + 1 ? .sure : .bare
    return finished(tokens, index, hour: hour, minute: 0, form: form, end: end)
  }

  /// Looks for `am` and `pm` behind the digits.
  private static func finished(
    _ tokens: [Token], _ index: Int, hour: Int, minute: Int, form: TimeMatch.Form, end: Int
  ) -> ClockReader.Found? {
    let hasZero = tokens[index].folded.utf8.first == UInt8(ascii: "0")
    guard let time = ClockTime(hour: hour, minute: minute, hasLeadingZero: hasZero) else {
      return nil
    }
    guard time.isTwelveHour, let (isMorning, last) = halfOfDay(tokens, end) else {
      return (time, form, end)
    }
    return (time.before(noon: isMorning), .sure, last)
  }

  private static func halfOfDay(_ tokens: [Token], _ index: Int) -> (isMorning: Bool, end: Int)? {
    if tokens.isWord(["am", "pm"], at: index) { return (tokens[index].folded == "am", index + 1) }
    guard tokens.isWord(["a", "p"], at: index), tokens.gluedSign(["."], at: index + 1),
      tokens.isWord("m", at: index + 2)
    else { return nil }
    let end = tokens.gluedSign(["."], at: index + 3) ? index + 4 : index + 3
    return (tokens[index].folded == "a", end)
  }
}
