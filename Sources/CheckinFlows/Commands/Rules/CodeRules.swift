/// Codes: the duress code anywhere, and closing with the right one.
enum CodeRules {
  /// More digit groups than this no person writes; each costs a keyed hash.
  private static let mostGroups = 32

  /// The duress code, wherever it stands and in any state.
  @Sendable static func duress(_ message: Message, _ context: ReadingContext) -> Reading? {
    guard let check = context.checkCode else { return nil }
    let isDuress = groups(message).contains { check($0) == .duress }
    return isDuress ? Reading(.closeDuress) : nil
  }

  /// Closing and polite words around one code, or a code alone.
  @Sendable static func closingWithCode(_ message: Message, _ context: ReadingContext) -> Reading? {
    guard let check = context.checkCode, context.isWatched, !message.hasQuestionMark else {
      return nil
    }
    let codes = groups(message)
    guard !codes.isEmpty, hasOnlyClosingWords(message.tokens) else { return nil }
    let isRight = codes.allSatisfy { check($0) == .right }
    return Reading(isRight ? .closeWithCode : .wrongPin)
  }

  private static func groups(_ message: Message) -> [String] {
    let groups = message.tokens.filter(isGroup).prefix(mostGroups)
    return groups.map(\.folded)
  }

  private static func isGroup(_ token: Token) -> Bool {
    token.kind == .number && (4...8).contains(token.folded.utf8.count)
  }

  private static func hasOnlyClosingWords(_ tokens: [Token]) -> Bool {
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      let phrase = Lexicon.closing.length(in: tokens, at: index)
      let isAllowed =
        phrase > 0 || isGroup(token) || token.isFiller || token.isSign("#") || token.isSign("*")
        || token.has([.close, .closeAlone, .polite, .yes, .code])
      guard isAllowed, !isJoint(tokens, index) else { return false }
      index += max(1, phrase)
    }
    return true
  }

  /// A sign between two digit groups makes a date or a telephone number of them.
  private static func isJoint(_ tokens: [Token], _ index: Int) -> Bool {
    tokens[index].kind == .sign && tokens[index].isGlued
      && tokens.gluedDigits(at: index + 1) != nil && index > 0
      && tokens[index - 1].kind == .number
  }
}
