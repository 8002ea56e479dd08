/// Closing: a closing word or phrase, and every other word polite.
enum ClosingRules {
  @Sendable static func closing(_ message: Message, _ context: ReadingContext) -> Reading? {
    guard !message.hasQuestionMark, closesAlone(message) || isClosing(message.tokens) else {
      return nil
    }
    return context.isWatched ? closed(context) : Reading(.noWatch)
  }

  /// In a live watch, closing words beside a number: "hemma om 10 min" is no closing, and no time.
  @Sendable static func closingWithNumber(
    _ message: Message, _ context: ReadingContext
  ) -> Reading? {
    guard context.isWatched, hasClosingWord(message.tokens), hasNumber(message) else { return nil }
    return Reading(.ambiguous)
  }

  static func closed(_ context: ReadingContext) -> Reading {
    Reading(context.checkCode == nil ? .close : .needPin)
  }

  /// Whether these words close: at least one closing word, all others polite, and not in the order
  /// of a question ("är allt ok").
  static func isClosing(_ tokens: [Token]) -> Bool {
    guard !isQuestionOrder(tokens) else { return false }
    var closes = false
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      let closing = Lexicon.closing.length(in: tokens, at: index)
      let courtesy = Lexicon.courtesies.length(in: tokens, at: index)
      let isKnown = token.has([.close, .polite]) || token.isFiller
      guard closing > 0 || courtesy > 0 || isKnown else { return false }
      closes = closes || closing > 0 || token.has(.close)
      index += max(1, closing, courtesy)
    }
    return closes
  }

  /// `1`, a thumb, or a listed slip, with nothing beside it.
  private static func closesAlone(_ message: Message) -> Bool {
    let core = message.tokens.filter { !$0.isFiller }
    guard let first = core.first else { return false }
    if core.allSatisfy({ $0.has(.closeAlone) && $0.has(.polite) }) { return true }
    if core.count == 1 { return first.has(.closeAlone) || first.folded == "1" }
    guard core.count == 2, core[1].isGlued || message.tokens.count > 2 else { return false }
    return isSpelledOK(message.tokens)
  }

  /// `0k` and `o.k.`, letter by letter.
  private static func isSpelledOK(_ tokens: [Token]) -> Bool {
    let letters = tokens.map(\.folded).joined()
    let isTogether = tokens.dropFirst().allSatisfy(\.isGlued)
    return isTogether && ["0k", "0k.", "o.k", "o.k."].contains(letters)
  }

  private static func isQuestionOrder(_ tokens: [Token]) -> Bool {
    let words = tokens.filter { $0.kind == .word }
    guard words.count >= 3 else { return false }
    return words[0].has(.asking) && words[1].has(.asked)
  }

  private static func hasClosingWord(_ tokens: [Token]) -> Bool {
    tokens.indices.contains { index in
      tokens[index].has(.close) || Lexicon.closing.length(in: tokens, at: index) > 0
    }
  }

  private static func hasNumber(_ message: Message) -> Bool {
    if !message.times.isEmpty { return true }
    return message.tokens.contains { $0.kind == .number || ($0.entry.number ?? 0) >= 2 }
  }
}
