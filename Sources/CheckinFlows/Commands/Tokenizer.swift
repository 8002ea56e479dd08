/// Cuts a text into tokens. Takes any bytes that make a string, and every scalar only once.
struct Tokenizer {
  private enum Scalar {
    case letter(plain: Unicode.Scalar, folded: Unicode.Scalar)
    case digit(Unicode.Scalar)
    case sign(Unicode.Scalar)
    /// An emoji that is a word of its own.
    case pictogram(Unicode.Scalar)
    /// Belongs to the scalar before it: combining dots, skin tones, variation selectors.
    case attached(Unicode.Scalar)
    case gap
  }

  private var tokens: [Token] = []
  private var plain = String.UnicodeScalarView()
  private var folded = String.UnicodeScalarView()
  private var kind = Token.Kind.word
  private var start: String.Index?
  private var isGlued = false

  /// No text of this service is longer; what lies beyond is kept in the note, but not read.
  static let longestScalars = 4000

  static func tokens(of text: Substring) -> [Token] {
    var tokenizer = Tokenizer()
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    var count = 0
    while index < scalars.endIndex, count < longestScalars {
      tokenizer.take(classify(scalars[index]), at: index, in: scalars)
      index = scalars.index(after: index)
      count += 1
    }
    tokenizer.finish(at: index)
    return tokenizer.tokens
  }

  private mutating func take(
    _ scalar: Scalar, at index: String.Index, in scalars: Substring.UnicodeScalarView
  ) {
    switch scalar {
    case .letter(let plainLetter, let foldedLetter):
      extend(.word, plain: plainLetter, folded: foldedLetter, at: index)
    case .digit(let digit):
      extend(.number, plain: digit, folded: digit, at: index)
    case .sign(let sign):
      addAlone(.sign, sign, at: index, next: scalars.index(after: index))
    case .pictogram(let sign):
      addAlone(.word, sign, at: index, next: scalars.index(after: index))
    case .attached(let mark):
      attach(mark)
    case .gap:
      finish(at: index)
      isGlued = false
    }
  }

  private mutating func extend(
    _ newKind: Token.Kind, plain letter: Unicode.Scalar, folded fold: Unicode.Scalar,
    at index: String.Index
  ) {
    if start == nil || kind != newKind {
      finish(at: index)
      kind = newKind
      start = index
    }
    plain.append(letter)
    folded.append(fold)
  }

  private mutating func addAlone(
    _ newKind: Token.Kind, _ sign: Unicode.Scalar, at index: String.Index, next: String.Index
  ) {
    finish(at: index)
    kind = newKind
    start = index
    plain.append(sign)
    folded.append(sign)
    finish(at: next)
  }

  /// Letters that come apart (`a` and two dots) are put together again for `plain`.
  private mutating func attach(_ mark: Unicode.Scalar) {
    guard let last = plain.last, let whole = Folding.composed(last, mark) else { return }
    plain.removeLast()
    plain.append(whole)
  }

  private mutating func finish(at end: String.Index) {
    guard let begin = start else { return }
    let word = String(folded)
    tokens.append(
      Token(
        kind: kind, plain: String(plain), folded: word, isGlued: isGlued, range: begin..<end,
        entry: kind == .number ? Lexicon.number(word) : Lexicon.entry(word)))
    plain = String.UnicodeScalarView()
    folded = String.UnicodeScalarView()
    start = nil
    isGlued = true
  }

  private static func classify(_ original: Unicode.Scalar) -> Scalar {
    let scalar = Folding.narrow(original)
    switch scalar.value {
    case 0x61...0x7A: return .letter(plain: scalar, folded: scalar)
    case 0x41...0x5A:
      let lower = Unicode.Scalar(UInt8(scalar.value + 32))
      return .letter(plain: lower, folded: lower)
    case 0x30...0x39: return .digit(scalar)
    case 0...0x20, 0x21, 0x22, 0x7F: return .gap
    case 0x27, 0x60: return .attached(scalar)
    case 0...0x7F: return .sign(scalar)
    default: return classifyForeign(scalar)
    }
  }

  private static func classifyForeign(_ scalar: Unicode.Scalar) -> Scalar {
    if Folding.isInvisible(scalar) { return .attached(scalar) }
    if Folding.isGap(scalar) { return .gap }
    if Lexicon.pictograms.contains(scalar) { return .pictogram(scalar) }
    guard scalar.properties.isAlphabetic else { return .sign(scalar) }
    let lower = Folding.lowercased(scalar)
    return .letter(plain: lower, folded: Folding.base(lower))
  }
}
