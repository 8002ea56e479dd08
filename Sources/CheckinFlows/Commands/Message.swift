/// A text on its way through the rules: its tokens, and the times found in them.
struct Message: Sendable {
  /// Everything that was sent.
  let text: String
  let tokens: [Token]
  /// How many words: runs between spaces that hold more than signs.
  let wordCount: Int
  let hasQuestionMark: Bool
  /// All kinds of all words together, so that most rules end at one look.
  let kinds: WordKind
  let times: FoundTimes

  init(_ text: String, in context: ReadingContext) {
    self.text = text
    let body = Quotation.stripped(text, recentTexts: context.recentTexts)
    tokens = body.flatMap { Tokenizer.tokens(of: $0) }
    wordCount = Message.countWords(tokens)
    hasQuestionMark = tokens.contains { $0.isSign("?") }
    kinds = tokens.reduce(into: []) { $0.formUnion($1.entry.kinds) }
    times = TimeFinder.times(in: tokens)
  }

  func has(_ kind: WordKind) -> Bool { !kinds.isDisjoint(with: kind) }

  /// The only token besides signs that mean nothing at the edges.
  var only: Token? {
    let core = tokens.filter { !$0.isFiller }
    return core.count == 1 ? core[0] : nil
  }

  var first: Token? { tokens.first { !$0.isFiller } }

  /// At least one word of the kind, and all others of `beside` or meaningless signs.
  func isOnly(_ kind: WordKind, beside: WordKind, allowsQuestionMark: Bool = false) -> Bool {
    guard has(kind) else { return false }
    return tokens.allSatisfy { token in
      token.has(kind.union(beside)) || token.isFiller
        || (allowsQuestionMark && token.isSign("?"))
    }
  }

  private static func countWords(_ tokens: [Token]) -> Int {
    var count = 0
    var isCounted = false
    for token in tokens {
      if !token.isGlued { isCounted = false }
      guard !isCounted, token.kind != .sign else { continue }
      isCounted = true
      count += 1
    }
    return count
  }
}
