/// One piece of a text: a run of letters, a run of digits, or a single sign.
struct Token: Sendable {
  enum Kind: Sendable { case word, number, sign }

  let kind: Kind
  /// Lower case with its dots, for the few words that the dots tell apart.
  let plain: String
  /// Lower case without dots or accents: what words are compared by.
  let folded: String
  /// No space between this token and the one before it.
  let isGlued: Bool
  /// Where it stands in the sender's own text.
  let range: Range<String.Index>
  let entry: Lexicon.Entry

  func has(_ kind: WordKind) -> Bool { !entry.kinds.isDisjoint(with: kind) }

  /// The value of a run of at most 9 digits.
  var value: Int? { kind == .number && folded.utf8.count <= 9 ? Int(folded) : nil }

  /// Digits, or a number written as a word ("nio").
  var quantity: Int? { value ?? entry.number }

  /// A sign that carries no meaning at a text's edges or between its words.
  var isFiller: Bool { kind == .sign && Lexicon.fillerSigns.contains(folded) }

  func isSign(_ sign: String) -> Bool { kind == .sign && folded == sign }
}
