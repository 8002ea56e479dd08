/// `ja` and `nej`, when our last text asked whether all is well.
enum AnswerRule {
  @Sendable static func read(_ message: Message, _ context: ReadingContext) -> Reading? {
    guard context.isWatched, context.askedAllWell else { return nil }
    if message.isOnly(.no, beside: [.polite, .thanks], allowsQuestionMark: true) {
      return Reading(.sos(start: nil))
    }
    guard message.has(.yes), !message.hasQuestionMark else { return nil }
    let rest = message.tokens.filter { !$0.has(.yes) && !$0.isFiller }
    let isPolite = rest.allSatisfy { $0.has(.polite) }
    guard isPolite || ClosingRules.isClosing(rest) else { return nil }
    return ClosingRules.closed(context)
  }
}
