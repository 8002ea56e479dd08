/// The last wall before a log line: whatever looks like a telephone number loses all but its last
/// two digits. Nothing should need it; libraries and mistakes may.
enum Redaction {
  /// Runs of digits this long, after a plus sign or its percent-encoded form, are numbers.
  private static let shortestNumber = 7

  static func masked(_ text: String) -> String {
    guard text.contains("+") || text.contains("%2B") || text.contains("%2b") else { return text }
    var result = ""
    var rest = text[...]
    while let plus = nextPlus(in: rest) {
      let digits = rest[plus.upperBound...].prefix { $0.isASCII && $0.isNumber }
      result += rest[..<plus.upperBound]
      result += digits.count >= shortestNumber ? "…\(digits.suffix(2))" : digits
      rest = rest[digits.endIndex...]
    }
    return result + rest
  }

  private static func nextPlus(in text: Substring) -> Range<Substring.Index>? {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == "+" { return index..<text.index(after: index) }
      if text[index...].prefix(3).lowercased() == "%2b" {
        return index..<text.index(index, offsetBy: 3)
      }
      index = text.index(after: index)
    }
    return nil
  }
}
