/// Days beside a time: `idag`, `i natt`, `imorrn`, `på fredag`, `24/11`, `2026-11-24`.
enum DayReader {
  typealias Found = (day: DayName, part: DayPart?, end: Int)

  static func read(_ tokens: [Token], at index: Int) -> Found? {
    guard index < tokens.count else { return nil }
    if tokens[index].kind == .number { return date(tokens, index) }
    guard tokens[index].kind == .word else { return nil }
    if let day = joined(tokens[index].folded) {
      return withPart(tokens, day, index + 1)
    }
    if tokens[index].folded == "i", index + 1 < tokens.count,
      let day = joined("i" + tokens[index + 1].folded) ?? joined(tokens[index + 1].folded, "i")
    {
      return withPart(tokens, day, index + 2)
    }
    return weekday(tokens, index)
  }

  /// `på kvällen`, `in the morning`: makes a 12-hour time certain.
  static func part(_ tokens: [Token], at index: Int) -> (part: DayPart, end: Int)? {
    if tokens.isWord("pa", at: index), index + 1 < tokens.count,
      let part = part(tokens[index + 1].folded)
    {
      return (part, index + 2)
    }
    guard tokens.isWord("in", at: index), tokens.isWord("the", at: index + 1),
      index + 2 < tokens.count, let part = part(tokens[index + 2].folded)
    else { return nil }
    return (part, index + 3)
  }

  private static func joined(_ word: String, _ lead: String = "") -> DayName? {
    switch word {
    case "idag", "today": .today
    case "ikvall", "tonight", "ikvell": .evening
    case "inatt": .night
    case "imorgon", "imorrn", "imorron", "imorn", "imorrgon", "imorgn", "tomorrow", "tomorow",
      "tmrw", "tmr":
      .tomorrow
    case "overmorgon", "iovermorgon": .dayAfterTomorrow
    default: nil
    }
  }

  private static func withPart(_ tokens: [Token], _ day: DayName, _ end: Int) -> Found {
    guard end < tokens.count, let part = part(tokens[end].folded) else { return (day, nil, end) }
    return (day, part, end + 1)
  }

  private static func part(_ word: String) -> DayPart? {
    switch word {
    case "bitti", "morgonen", "formiddag", "formiddagen", "morning": .morning
    case "kvall", "kvallen", "eftermiddag", "eftermiddagen", "evening", "afternoon": .evening
    default: nil
    }
  }

  private static func weekday(_ tokens: [Token], _ index: Int) -> Found? {
    let isLed = tokens.isWord(["pa", "on"], at: index)
    let place = isLed ? index + 1 : index
    guard place < tokens.count, let number = number(ofWeekday: tokens[place]) else { return nil }
    return withPart(tokens, .weekday(number), place + 1)
  }

  /// Short forms that are other words without their dots (`man`, `son`) need the dots.
  private static func number(ofWeekday token: Token) -> Int? {
    switch token.folded {
    case "mandag", "monday", "mon": 1
    case "man": token.plain == "mån" ? 1 : nil
    case "tisdag", "tis", "tuesday", "tue", "tues": 2
    case "onsdag", "ons", "wednesday", "wed": 3
    case "torsdag", "tors", "thursday", "thu", "thurs": 4
    case "fredag", "fre", "friday": 5
    case "lordag", "lor", "saturday", "sat": 6
    case "sondag", "sunday", "sun": 7
    case "son": token.plain == "sön" ? 7 : nil
    default: nil
    }
  }

  /// `24/11`, `2026-11-24`, `24 nov`.
  private static func date(_ tokens: [Token], _ index: Int) -> Found? {
    guard let first = tokens[index].value else { return nil }
    if tokens.gluedSign(["-"], at: index + 1), let month = tokens.gluedDigits(at: index + 2)?.value,
      tokens.gluedSign(["-"], at: index + 3), let day = tokens.gluedDigits(at: index + 4)?.value,
      (2000...2999).contains(first)
    {
      let end = tokens.isWord("t", at: index + 5) ? index + 6 : index + 5
      return (.date(day: day, month: month, year: first), nil, end)
    }
    guard (1...31).contains(first) else { return nil }
    if tokens.gluedSign(["/"], at: index + 1), let month = tokens.gluedDigits(at: index + 2)?.value,
      (1...12).contains(month)
    {
      return (.date(day: first, month: month, year: nil), nil, index + 3)
    }
    guard index + 1 < tokens.count, let month = month(tokens[index + 1].folded) else { return nil }
    return (.date(day: first, month: month, year: nil), nil, index + 2)
  }

  private static func month(_ word: String) -> Int? {
    let names = [
      "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
    ]
    if word == "may" || word == "oct" || word == "october" { return word == "may" ? 5 : 10 }
    let long = [
      "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
      "oktober", "november", "december",
    ]
    return (names.firstIndex(of: word) ?? long.firstIndex(of: word)).map { $0 + 1 }
  }
}
