/// Numbers in digits or words, "tjugo ett" included.
enum NumberReader {
  static func read(_ tokens: [Token], at index: Int) -> (number: Int, end: Int)? {
    guard index < tokens.count, let number = tokens[index].quantity else { return nil }
    let next = index + 1
    guard tokens[index].kind == .word, number >= 20, number % 10 == 0, next < tokens.count,
      tokens[next].kind == .word, let ones = tokens[next].entry.number, (1...9).contains(ones)
    else { return (number, next) }
    return (number + ones, next + 1)
  }
}

extension [Token] {
  /// Whether the word stands at this place.
  func isWord(_ word: String, at index: Int) -> Bool {
    index < count && self[index].folded == word
  }

  func isWord(_ words: [String], at index: Int) -> Bool {
    index < count && words.contains(self[index].folded)
  }

  func has(_ kind: WordKind, at index: Int) -> Bool {
    index < count && self[index].has(kind)
  }

  /// A run of digits that follows without a space.
  func gluedDigits(at index: Int) -> Token? {
    guard index < count, self[index].kind == .number, self[index].isGlued else { return nil }
    return self[index]
  }

  func gluedSign(_ signs: [String], at index: Int) -> Bool {
    index < count && self[index].kind == .sign && self[index].isGlued
      && signs.contains(self[index].folded)
  }
}
