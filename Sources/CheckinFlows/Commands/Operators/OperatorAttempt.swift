/// What an operator's text was meant as, though no open case or page answers to it. Such a text
/// gets words of its own, and is never read as a person's.
public enum OperatorAttempt: Equatable, Sendable {
  /// Three digits, alone or behind `ta`: a page code, but of no open page.
  case code(String)
  /// A verb beside a reference: `släpp L99`.
  case order(OperatorVerb, CaseID)
  /// A verb in front, without a reference.
  case verb(OperatorVerb)
}

extension OperatorGrammar {
  private static let pageCodeDigits = 3

  /// Reads a text with no regard to what is open; nil when it is nothing of an operator's.
  public static func attempt(in text: String) -> OperatorAttempt? {
    let tokens = Tokenizer.tokens(of: text[...]).filter { !$0.isFiller }
    if let code = code(in: tokens) { return .code(code) }
    if let order = order(in: tokens) { return order }
    guard let first = tokens.first else { return nil }
    if first.isSign("+") { return .verb(.extend) }
    return OperatorWords.verbs[first.folded].map { .verb($0) }
  }

  private static func code(in tokens: [Token]) -> String? {
    guard let last = tokens.last, last.kind == .number,
      last.folded.utf8.count == pageCodeDigits, last.folded != "112"
    else { return nil }
    let isTaken = tokens.count == 2 && OperatorWords.verbs[tokens[0].folded] == .take
    return tokens.count == 1 || isTaken ? last.folded : nil
  }

  /// The reference stands next to the verb; `möte lokal L12` is a place.
  private static func order(in tokens: [Token]) -> OperatorAttempt? {
    for index in tokens.indices.prefix(2) {
      guard tokens[index].folded == "l", let digits = tokens.gluedDigits(at: index + 1),
        let number = Int64(digits.folded)
      else { continue }
      let beside = index == 1 ? 0 : index + 2
      guard beside < tokens.count, let verb = OperatorWords.verbs[tokens[beside].folded] else {
        continue
      }
      return .order(verb, CaseID(rawValue: number))
    }
    return nil
  }
}
