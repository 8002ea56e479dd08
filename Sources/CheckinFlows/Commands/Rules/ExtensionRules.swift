/// More time: the whole text is a plus or a lateness word, a duration, and polite words.
enum ExtensionRules {
  /// Longer is not meant; it is shown to operators instead.
  private static let longestMinutes = 1440
  /// "2 till" could be hours, people or buses; "30 till" is minutes.
  private static let shortestBareMinutes = 10

  @Sendable static func read(_ message: Message, _ context: ReadingContext) -> Reading? {
    if let only = message.only, only.folded == "2" {
      return extended(context.limits.extendDefaultMinutes, context)
    }
    guard !message.has(.negation), !isDoubtfulQuestion(message) else { return nil }
    if let minutes = minutes(message, context) { return extended(minutes, context) }
    let isLate = message.times.sure.count == 1 && message.times.sure[0].isToward
    guard !context.isWatched, isLate, hasOnlyLateness(message, beside: message.times.sure[0].range)
    else { return nil }
    return Reading(.noWatch)
  }

  /// Whether all words besides the time are lateness words or polite, with at least one of the
  /// former unless no word is left at all.
  static func hasOnlyLateness(_ message: Message, beside time: Range<Int>) -> Bool {
    let tokens = message.tokens
    var isLate = false
    var index = 0
    while index < tokens.count {
      let phrase = Lexicon.lateness.length(in: tokens, at: index)
      let token = tokens[index]
      let isAllowed =
        time.contains(index) || phrase > 0 || token.isFiller
        || token.has([.late, .lateFiller, .polite])
      guard isAllowed else { return false }
      isLate = isLate || phrase > 0 || (!time.contains(index) && token.has(.late))
      index += max(1, phrase)
    }
    return isLate
  }

  private static func extended(_ minutes: Int, _ context: ReadingContext) -> Reading {
    Reading(context.isWatched ? .extend(minutes: minutes) : .noWatch)
  }

  /// "+30?" is a doubt, "kan jag få 20 min till?" is good manners.
  private static func isDoubtfulQuestion(_ message: Message) -> Bool {
    message.hasQuestionMark && message.first?.has(.request) != true
  }

  private static func minutes(_ message: Message, _ context: ReadingContext) -> Int? {
    guard var parse = ExtensionParse(message.tokens) else { return nil }
    guard parse.takeAll() else { return nil }
    if let minutes = parse.minutes {
      let isAnnounced = parse.hasPlus || parse.hasLate || parse.hasMore
      let shortest = parse.isBareBeforeMore ? shortestBareMinutes : 1
      return isAnnounced && (shortest...longestMinutes).contains(minutes) ? minutes : nil
    }
    return parse.isLateAlone ? context.limits.extendDefaultMinutes : nil
  }
}

/// Walks once through a text that may be an extension, and stops at the first word that is not part
/// of one.
private struct ExtensionParse {
  private let tokens: [Token]
  private var index = 0
  private(set) var minutes: Int?
  private(set) var hasPlus = false
  private(set) var hasLate = false
  /// `till` behind the duration.
  private(set) var hasMore = false
  private(set) var isBareBeforeMore = false
  private var hasStrongLate = false
  private var hasTimeWord = false

  init?(_ tokens: [Token]) {
    let mayExtend = tokens.contains { $0.isSign("+") || $0.has([.late, .more]) }
    guard mayExtend else { return nil }
    self.tokens = tokens
  }

  /// "blir sen", "mer tid": lateness without a duration. "mer" alone is too little.
  var isLateAlone: Bool { !hasPlus && (hasStrongLate || (hasLate && hasTimeWord)) }

  mutating func takeAll() -> Bool {
    while index < tokens.count {
      guard takePlus() || takeDuration() || takeWord() else { return false }
    }
    return !hasPlus || minutes != nil
  }

  private mutating func takePlus() -> Bool {
    guard tokens[index].isSign("+"), !hasPlus, minutes == nil else { return false }
    hasPlus = true
    index += 1
    return true
  }

  private mutating func takeDuration() -> Bool {
    guard minutes == nil else { return false }
    if let (found, end) = moreInside() {
      (minutes, index, hasMore) = (found, end, true)
      return true
    }
    guard let (found, end) = duration() else { return false }
    isBareBeforeMore = !hasPlus && !hasLate && tokens[end - 1].kind == .number
    (minutes, index) = (found, end)
    if tokens.has(.more, at: index) {
      hasMore = true
      index += 1
    }
    return true
  }

  private func duration() -> (minutes: Int, end: Int)? {
    if let found = hoursAndMinutes() { return found }
    if let found = DurationReader.read(tokens, at: index) { return found }
    return bareMinutes()
  }

  /// `+1:15`.
  private func hoursAndMinutes() -> (minutes: Int, end: Int)? {
    guard index > 0, tokens[index - 1].isSign("+"), let hours = tokens[index].value, hours <= 6,
      tokens.gluedSign([":", "."], at: index + 1), let digits = tokens.gluedDigits(at: index + 2),
      digits.folded.utf8.count == 2, let minutes = digits.value, minutes < 60
    else { return nil }
    return (hours * 60 + minutes, index + 3)
  }

  /// "30 more minutes", "en till timme".
  private func moreInside() -> (minutes: Int, end: Int)? {
    guard let (count, next) = NumberReader.read(tokens, at: index), tokens.has(.more, at: next),
      count < 10_000
    else { return nil }
    if tokens.has(.minutes, at: next + 1) { return (count, next + 2) }
    return tokens.has(.hours, at: next + 1) ? (count * 60, next + 2) : nil
  }

  /// A bare number is minutes behind a plus or a lateness word, and in front of `till`.
  private func bareMinutes() -> (minutes: Int, end: Int)? {
    guard let number = tokens[index].value, !isJoined(index + 1) else { return nil }
    let isAnnounced = hasPlus || hasLate
    guard isAnnounced || tokens.has(.more, at: index + 1) else { return nil }
    return (number, index + 1)
  }

  private func isJoined(_ place: Int) -> Bool {
    place < tokens.count && tokens[place].isGlued && tokens[place].kind == .sign
      && tokens.gluedDigits(at: place + 1) != nil
  }

  private mutating func takeWord() -> Bool {
    let token = tokens[index]
    let isMinus = token.isSign("-") && index + 1 < tokens.count && tokens[index + 1].kind == .number
    guard !isMinus else { return false }
    let isQuestionMark = token.isSign("?") && index == tokens.count - 1
    guard
      token.has([.late, .lateFiller, .polite, .courtesy, .request]) || token.isFiller
        || isQuestionMark
    else { return false }
    if token.has(.late) {
      hasLate = true
      hasStrongLate = hasStrongLate || !token.has(.more) && !Self.weak.contains(token.folded)
    }
    if Self.timeWords.contains(token.folded) { hasTimeWord = true }
    index += 1
    return true
  }

  private static let weak: Set<String> = ["ytterligare", "plus", "another", "extra"]
  private static let timeWords: Set<String> = ["tid", "time"]
}
