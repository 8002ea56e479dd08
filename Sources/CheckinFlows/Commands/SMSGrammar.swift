/// Reads what a person texts.
///
/// Pure: time, codes and the state of the watch are arguments. The rules are tried in order, and the
/// first that knows the text decides. What the grammar does not know it never obeys: an unknown word
/// is enough to keep a text from closing or extending.
public enum SMSGrammar {
  typealias Rule = @Sendable (Message, ReadingContext) -> Reading?

  /// The order of evaluation. A rule returns nil for a text that is not its own.
  static let rules: [Rule] = [
    CodeRules.duress,
    CodeRules.closingWithCode,
    AnswerRule.read,
    HelpRules.silent,
    HelpRules.help,
    HelpRules.nine,
    DangerRule.read,
    ClosingRules.closing,
    ClosingRules.closingWithNumber,
    OptOutRule.read,
    SmallWordRules.read,
    ExtensionRules.read,
    TimeRules.time,
    TimeRules.incomplete,
    NoteRule.read,
  ]

  /// Reads one text. Never fails: what nobody understands is a note, or unknown.
  public static func read(_ text: String, in context: ReadingContext) -> Reading {
    let message = Message(text, in: context)
    for rule in rules {
      if let reading = rule(message, context) { return reading }
    }
    return NoteRule.reading(message, context)
  }
}
