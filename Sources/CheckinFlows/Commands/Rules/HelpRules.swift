/// Help: in words, in silence, or by the key 9.
enum HelpRules {
  /// So short a text is a cry for help wherever the word stands.
  private static let shortWordCount = 3

  @Sendable static func silent(_ message: Message, _ context: ReadingContext) -> Reading? {
    guard message.has(.quiet) else { return nil }
    let isAlone = message.isOnly(.quiet, beside: .courtesy)
    return isAlone || asksForHelp(message, context) ? Reading(.silentSos) : nil
  }

  @Sendable static func help(_ message: Message, _ context: ReadingContext) -> Reading? {
    guard asksForHelp(message, context) else { return nil }
    return Reading(.sos(start: TimeRules.start(message, context)))
  }

  /// The key 9, also pressed several times.
  @Sendable static func nine(_ message: Message, _ context: ReadingContext) -> Reading? {
    guard let only = message.only, only.kind == .number,
      only.folded.utf8.allSatisfy({ $0 == UInt8(ascii: "9") })
    else { return nil }
    return Reading(.sos(start: nil))
  }

  private static func asksForHelp(_ message: Message, _ context: ReadingContext) -> Bool {
    guard message.tokens.contains(where: isHelp) else { return false }
    if context.isWatched || message.wordCount <= shortWordCount { return true }
    if let first = message.first, isHelp(first) { return true }
    return TimeRules.start(message, context) == nil
  }

  private static func isHelp(_ token: Token) -> Bool {
    guard token.kind != .sign else { return false }
    return token.has(.sos) || (token.entry.kinds.isEmpty && HelpTypos.isHelp(token.folded))
  }
}

/// "hjälp", mistyped by fingers in a hurry: one letter too many, missing, wrong, or two swapped; or
/// drawn out ("hjääälp", "heeelp").
enum HelpTypos {
  private static let word = Array("hjalp".utf8)
  private static let cries: [[UInt8]] = ["hjalp", "help", "sos"].map { Array($0.utf8) }

  static func isHelp(_ folded: String) -> Bool {
    let letters = Array(folded.utf8.prefix(40))
    guard letters.count >= 4, letters.contains(where: word.contains) else { return false }
    return isOneSlipAway(letters) || cries.contains(squeezed(letters))
  }

  private static func isOneSlipAway(_ letters: [UInt8]) -> Bool {
    guard letters != word else { return true }
    let common = zip(letters, word).prefix { $0 == $1 }.count
    switch letters.count - word.count {
    case 0:
      if letters[(common + 1)...].elementsEqual(word[(common + 1)...]) { return true }
      guard common + 1 < word.count else { return true }
      var swapped = letters
      swapped.swapAt(common, common + 1)
      return swapped == word
    case 1: return letters[(common + 1)...].elementsEqual(word[common...])
    case -1: return letters[common...].elementsEqual(word[(common + 1)...])
    default: return false
    }
  }

  private static func squeezed(_ letters: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for letter in letters where letter != result.last { result.append(letter) }
    return result
  }
}
