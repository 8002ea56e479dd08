/// Finds every time in a text, with the words that lead up to it and the day beside it.
enum TimeFinder {
  static func times(in tokens: [Token]) -> FoundTimes {
    var found = FoundTimes()
    var index = 0
    while index < tokens.count {
      guard let match = match(tokens, at: index) else {
        index += 1
        continue
      }
      if isRange(tokens, match) { found.hasRange = true }
      if match.form == .sure { found.sure.append(match) } else { found.weak.append(match) }
      index = match.range.upperBound
    }
    found.leadingDay = leadingDay(tokens)
    if found.hasRange == false { found.hasRange = hasBareRange(tokens) }
    return found
  }

  /// What stands in front of a time.
  private struct Lead {
    var day: DayName?
    var part: DayPart?
    var hasClock = false
    var isToward = false
    var isNear = false
    var end: Int
  }

  private static func match(_ tokens: [Token], at index: Int) -> TimeMatch? {
    guard mayBegin(tokens[index]) else { return nil }
    if let elapsed = elapsed(tokens, index) { return elapsed }
    // A quarter or ten minutes "to" an hour begins with what would else be a leading word.
    let lead = lead(tokens, index)
    guard let (time, form, end) = ClockReader.read(tokens, at: lead.end) else {
      return nil
    }
    return completed(tokens, from: index, lead, time, form, end)
  }

  /// Most words cannot begin a time, and are not looked at further.
  private static func mayBegin(_ token: Token) -> Bool {
    if token.quantity != nil { return true }
    guard token.kind == .word else { return false }
    return token.has([.clockLead, .towardLead, .nearLead]) || starters.contains(token.folded)
      || token.folded.hasPrefix("halv")
      || DayReader.read([token], at: 0) != nil
  }

  private static let starters: Set<String> = [
    "om", "in", "i", "pa", "on", "a", "an", "half", "halv", "kvart", "quarter", "midnatt",
    "midnight", "noon", "trekvart", "fram",
  ]

  /// `om 2 timmar`, `90 min`; `om 30` at the very end are minutes.
  private static func elapsed(_ tokens: [Token], _ index: Int) -> TimeMatch? {
    let hasLead = tokens.isWord(["om", "in"], at: index)
    var start = hasLead ? index + 1 : index
    if tokens.has(.nearLead, at: start) { start += 1 }
    if let (minutes, end) = DurationReader.read(tokens, at: start), hasLead || start == index {
      return TimeMatch(range: index..<end, expression: .elapsed(minutes: minutes), form: .sure)
    }
    guard hasLead else { return nil }
    if tokens.isWord("kvart", at: start), !tokens.isWord(["i", "over"], at: start + 1) {
      return TimeMatch(range: index..<start + 1, expression: .elapsed(minutes: 15), form: .sure)
    }
    guard start + 1 == tokens.count, let minutes = tokens[start].value, (15...180).contains(minutes)
    else { return nil }
    return TimeMatch(range: index..<start + 1, expression: .elapsed(minutes: minutes), form: .sure)
  }

  private static func lead(_ tokens: [Token], _ index: Int) -> Lead {
    var lead = Lead(end: index)
    var isGoingOn = true
    while isGoingOn, lead.end < tokens.count {
      isGoingOn = takeLeadWord(tokens, &lead)
    }
    return lead
  }

  private static func takeLeadWord(_ tokens: [Token], _ lead: inout Lead) -> Bool {
    let token = tokens[lead.end]
    if lead.day == nil, let (day, part, end) = DayReader.read(tokens, at: lead.end) {
      (lead.day, lead.part, lead.end) = (day, part, end)
      if tokens.gluedSign([",", ":"], at: end) { lead.end += 1 }
      return true
    }
    let isLead = token.has([.clockLead, .towardLead, .nearLead])
    let isFram = token.folded == "fram" && tokens.has(.towardLead, at: lead.end + 1)
    guard isLead || isFram else { return false }
    lead.hasClock = lead.hasClock || token.has(.clockLead)
    lead.isToward = lead.isToward || token.has(.towardLead)
    lead.isNear = lead.isNear || token.has(.nearLead)
    lead.end += 1
    if token.has([.clockLead, .nearLead]), tokens.gluedSign([".", ":"], at: lead.end) {
      lead.end += 1
    }
    return true
  }

  /// Adds what stands behind the time, and decides how sure it is.
  private static func completed(
    _ tokens: [Token], from start: Int, _ lead: Lead, _ time: ClockTime,
    _ form: TimeMatch.Form, _ clockEnd: Int
  ) -> TimeMatch? {
    var end = clockEnd
    var part = lead.part
    if tokens.isWord("tiden", at: end) { end += 1 }
    if let (found, last) = DayReader.part(tokens, at: end) { (part, end) = (found, last) }
    var day = lead.day
    if day == nil, let (found, foundPart, last) = dayBehind(tokens, end) {
      (day, part, end) = (found, foundPart ?? part, last)
    }
    let exact = part.map { time.before(noon: $0 == .morning) } ?? time
    var match = TimeMatch(
      range: start..<end, expression: .clock(exact, on: day), form: form, isToward: lead.isToward)
    let isAnnounced = lead.hasClock || day != nil || part != nil
    if isAnnounced || form == .sure || leadIsEnough(tokens, lead, end) { match.form = .sure }
    match.isGuess = form == .bare && !isAnnounced && lead.isNear
    let isThreeDigits = form == .digits && tokens[lead.end].folded.utf8.count == 3
    return isThreeDigits && !lead.hasClock ? nil : match
  }

  /// `runt nio` and `till 22`, but not "ca 20 personer".
  private static func leadIsEnough(_ tokens: [Token], _ lead: Lead, _ end: Int) -> Bool {
    guard lead.isToward || lead.isNear else { return false }
    return end == tokens.count || tokens[end].kind == .sign || tokens[end].has(.polite)
  }

  private static func dayBehind(_ tokens: [Token], _ index: Int) -> DayReader.Found? {
    guard index < tokens.count, tokens[index].kind == .word else {
      guard index < tokens.count, tokens[index].kind == .number,
        let found = DayReader.read(tokens, at: index)
      else { return nil }
      return found
    }
    let place = tokens.isWord(["den", "nu"], at: index) ? index + 1 : index
    return DayReader.read(tokens, at: place)
  }

  private static func leadingDay(_ tokens: [Token]) -> (day: DayName, range: Range<Int>)? {
    guard let front = tokens.firstIndex(where: { !$0.isFiller }) else { return nil }
    let start = tokens[front].has(.keyword) ? front + 1 : front
    return DayReader.read(tokens, at: start).map { ($0.day, start..<$0.end) }
  }

  /// `19.00-21.30`, `19 till 21.30`: an hour right in front, joined to this time.
  private static func isRange(_ tokens: [Token], _ match: TimeMatch) -> Bool {
    var before = match.range.lowerBound - 1
    if before >= 0, tokens[before].isSign("-") {
      before -= 1
    } else if !match.isToward {
      return false
    }
    guard before >= 0, let hour = tokens[before].value else { return false }
    return hour <= 24 && !(before >= 1 && tokens[before - 1].isSign("/"))
  }

  /// A dash, or the second half of "mellan … och …".
  private static func joins(_ tokens: [Token], _ index: Int) -> Bool {
    if tokens[index].isSign("-") { return true }
    return index >= 2 && tokens.isWord(["mellan", "fran", "between", "from"], at: index - 2)
      && tokens.isWord(["och", "and", "till", "to"], at: index)
  }

  /// `19-21` with nothing else to read it by.
  private static func hasBareRange(_ tokens: [Token]) -> Bool {
    guard tokens.count >= 3 else { return false }
    for index in 1..<tokens.count - 1 where joins(tokens, index) {
      guard let from = tokens[index - 1].value, let to = tokens[index + 1].value else { continue }
      let isLonger =
        tokens.gluedSign(["-", "/"], at: index + 2)
        || (index >= 2 && (tokens[index - 2].isSign("-") || tokens[index - 2].isSign("/")))
      if from <= 24, to <= 24, tokens[index - 1].folded.utf8.count <= 2, !isLonger { return true }
    }
    return false
  }
}
