/// Which of the times in a text is meant, where it stands, and what is left as the note.
struct TimeChoice {
  enum Pick {
    case none
    case one(TimeMatch)
    /// Two times, or a range: never guessed.
    case several
  }

  let message: Message
  let pick: Pick
  /// A keyword stands in front ("möte").
  let hasKeyword: Bool
  /// The first token that is neither a keyword nor a leading day.
  private let front: Int
  /// One past the last token that is not a meaningless sign.
  private let end: Int

  init(_ message: Message, isWatched: Bool) {
    let tokens = message.tokens
    let first = tokens.firstIndex { !$0.isFiller } ?? 0
    let last = tokens.lastIndex { !$0.isFiller }.map { $0 + 1 } ?? 0
    let isKeyword = first < tokens.count && tokens[first].has(.keyword)
    let dayEnd = message.times.leadingDay?.range.upperBound ?? first
    self.message = message
    hasKeyword = isKeyword || tokens.has(.keyword, at: dayEnd)
    front = isKeyword ? first + 1 : first
    end = last
    pick = TimeChoice.pick(message, front: isKeyword ? first + 1 : first, end: last, isWatched)
  }

  private static func pick(_ message: Message, front: Int, end: Int, _ isWatched: Bool) -> Pick {
    let times = message.times
    let eligible =
      times.sure.isEmpty
      ? times.weak.filter { isEligible($0, message.tokens, front, end, isWatched) } : times.sure
    guard let first = eligible.first else {
      return times.hasRange && !isWatched ? .several : .none
    }
    let areAlike = eligible.allSatisfy { $0.expression == first.expression }
    return areAlike && !times.hasRange ? .one(withLeadingDay(first, times)) : .several
  }

  /// Digits without a separator count at the front and at the end; a bare hour in 24-hour form too,
  /// but in a live watch only alone: it could be anything, and it would extend.
  private static func isEligible(
    _ match: TimeMatch, _ tokens: [Token], _ front: Int, _ end: Int, _ isWatched: Bool
  ) -> Bool {
    let isFront = match.range.lowerBound == front
    let isEnd = match.range.upperBound == end
    switch match.form {
    case .sure: return true
    case .spaced: return isFront
    case .digits: return isFront || (isEnd && !isNumbered(tokens, match))
    case .bare:
      guard case .clock(let time, _) = match.expression, !time.isTwelveHour else { return false }
      if isWatched { return isFront && isEnd }
      return isFront || (isEnd && !isNumbered(tokens, match))
    }
  }

  /// `buss 21`.
  private static func isNumbered(_ tokens: [Token], _ match: TimeMatch) -> Bool {
    tokens.has(.numbered, at: max(0, match.range.lowerBound - 1))
  }

  private static func withLeadingDay(_ match: TimeMatch, _ times: FoundTimes) -> TimeMatch {
    guard let (day, range) = times.leadingDay, range.upperBound <= match.range.lowerBound,
      case .clock(let time, on: nil) = match.expression
    else { return match }
    var dated = match
    dated.expression = .clock(time, on: day)
    return dated
  }

  func isAtFront(_ match: TimeMatch) -> Bool { match.range.lowerBound <= noteStart }

  func isAlone(_ match: TimeMatch) -> Bool { isAtFront(match) && match.range.upperBound >= end }

  /// The sender's own text beside the time; the whole text when the time stands in the middle.
  func note(beside match: TimeMatch) -> String? {
    if isAtFront(match) { return slice(match.range.upperBound, message.tokens.count) }
    guard match.range.upperBound >= end else { return trimmed(message.text[...]) }
    return slice(noteStart, match.range.lowerBound)
  }

  /// The sender's own text behind the keyword.
  var noteWithoutTime: String? {
    slice(front, message.tokens.count)
  }

  private var noteStart: Int {
    guard let day = message.times.leadingDay, day.range.lowerBound == front else { return front }
    return day.range.upperBound
  }

  private func slice(_ from: Int, _ to: Int) -> String? {
    guard from < to else { return nil }
    let tokens = message.tokens
    let endsText = to == tokens.count
    let start = tokens[from].range.lowerBound
    let stop = endsText ? message.text.endIndex : tokens[to].range.lowerBound
    guard start < stop else { return nil }
    return trimmed(message.text[start..<stop])
  }

  /// Without the commas and dashes that joined it to what was taken away.
  private func trimmed(_ text: Substring) -> String? {
    let joints: Set<Character> = [",", ".", ":", ";", "-", "–", "—", "!"]
    var rest = text.drop { $0.isWhitespace || joints.contains($0) }
    while let last = rest.last, last.isWhitespace || ",;:-–—".contains(last) { rest.removeLast() }
    return rest.isEmpty ? nil : String(rest)
  }
}
