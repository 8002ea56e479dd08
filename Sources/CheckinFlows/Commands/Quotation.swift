/// Sets aside quotations of our own texts: phones send `Gillade “…”`, and some people answer below
/// what they quote. Our texts say HJÄLP and OK, which must not be taken for the person's words.
enum Quotation {
  private static let marks: Set<Unicode.Scalar> = [
    "\"", "“", "”", "„", "«", "»", "‟", "″", "\u{FF02}",
  ]
  /// A shorter quotation may be the person's own word in quotation marks.
  private static let shortestQuotation = 12

  /// The parts of the text that are the person's own, in order.
  static func stripped(_ text: String, recentTexts: [String]) -> [Substring] {
    guard text.unicodeScalars.contains(where: marks.contains) || !recentTexts.isEmpty else {
      return [text[...]]
    }
    guard let (open, close) = quotedRange(text) else {
      return withoutLiteral(text, recentTexts)
    }
    let scalars = text.unicodeScalars
    let inner = text[scalars.index(after: open)..<close]
    guard isReaction(text[..<open]) || isOurs(inner, recentTexts) else {
      return withoutLiteral(text, recentTexts)
    }
    let rest = close < text.endIndex ? text[scalars.index(after: close)...] : ""
    return [text[..<open], rest]
  }

  /// From the first quotation mark to the last, or to the end where the mark was cut off.
  private static func quotedRange(_ text: String) -> (String.Index, String.Index)? {
    let scalars = text.unicodeScalars
    guard let open = scalars.firstIndex(where: marks.contains) else { return nil }
    let after = scalars.index(after: open)
    guard let close = scalars[after...].lastIndex(where: marks.contains) else {
      return (open, text.endIndex)
    }
    return (open, close)
  }

  /// `Gillade`, or an emoji and `till`.
  private static func isReaction(_ lead: Substring) -> Bool {
    let tokens = Tokenizer.tokens(of: lead)
    guard let first = tokens.first, let last = tokens.last else { return false }
    if first.has(.reaction) { return true }
    let isEmoji = first.folded.unicodeScalars.allSatisfy { $0.value > 0x2000 }
    return isEmoji && (last.folded == "till" || last.folded == "to")
  }

  private static func isOurs(_ quoted: Substring, _ recentTexts: [String]) -> Bool {
    let words = canonical(quoted)
    guard words.count >= shortestQuotation else { return false }
    return recentTexts.contains { canonical($0[...]).contains(words) }
  }

  private static func canonical(_ text: Substring) -> String {
    Tokenizer.tokens(of: text).filter { $0.kind != .sign }.map(\.folded).joined(separator: " ")
  }

  /// Quotations without marks: our text as a whole, word for word.
  private static func withoutLiteral(_ text: String, _ recentTexts: [String]) -> [Substring] {
    for recent in recentTexts where recent.count >= shortestQuotation {
      if let range = text.firstRange(of: recent) {
        return [text[..<range.lowerBound], text[range.upperBound...]]
      }
    }
    return [text[...]]
  }
}
