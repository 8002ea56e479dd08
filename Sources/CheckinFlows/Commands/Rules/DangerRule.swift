/// Words of danger. In a live watch such a text never closes, extends or sets anything.
enum DangerRule {
  @Sendable static func read(_ message: Message, _ context: ReadingContext) -> Reading? {
    guard isDangerous(message.tokens) else { return nil }
    if context.isWatched {
      return Reading(.noteDanger, note: message.text, isDangerous: true)
    }
    if let reading = TimeRules.time(message, context), case .start = reading.meaning {
      var dangerous = reading
      dangerous.isDangerous = true
      return dangerous
    }
    return Reading(.unknownDanger, note: message.text, isDangerous: true)
  }

  static func isDangerous(_ tokens: [Token]) -> Bool {
    for index in tokens.indices where tokens[index].kind == .word {
      if isDangerous(tokens[index]) || phrases.length(in: tokens, at: index) > 0 { return true }
    }
    return false
  }

  private static let phrases = PhraseTable(DangerWords.phrases)

  /// Stems by their first letter without dots, so that most words are compared with few.
  private static let stems: [UInt8: [[Unicode.Scalar]]] = Dictionary(
    grouping: DangerWords.stems.map { Array($0.unicodeScalars) }
  ) { stem in UInt8(truncatingIfNeeded: stem.first?.value ?? 0) }

  private static func isDangerous(_ token: Token) -> Bool {
    if DangerWords.whole.contains(token.folded) { return true }
    guard let first = token.folded.utf8.first, let candidates = stems[first] else { return false }
    guard candidates.contains(where: { begins(token.plain, with: $0) }) else { return false }
    return token.plain != token.folded || !DangerWords.without.contains(token.folded)
  }

  /// Dots may be missing in what was typed, but not added.
  private static func begins(_ word: String, with stem: [Unicode.Scalar]) -> Bool {
    var letters = word.unicodeScalars.makeIterator()
    for scalar in stem {
      guard let letter = letters.next() else { return false }
      guard letter == scalar || letter == Folding.base(scalar) else { return false }
    }
    return true
  }
}
