/// Single words: status, information, a test, a call, the language, the answer to the enrolment.
enum SmallWordRules {
  @Sendable static func read(_ message: Message, _ context: ReadingContext) -> Reading? {
    if isEnrolment(message, context) { return Reading(.enrol) }
    if isStatus(message) { return Reading(.status) }
    if isAlone(.info, message) { return Reading(.info) }
    if isAlone(.test, message) { return Reading(.test) }
    if isCall(message) { return Reading(.callMe) }
    if isAlone(.english, message) { return Reading(.language(.english)) }
    if isAlone(.swedish, message) { return Reading(.language(.swedish)) }
    return nil
  }

  private static func isAlone(_ kind: WordKind, _ message: Message) -> Bool {
    message.isOnly(kind, beside: [.polite, .courtesy, .languageFiller], allowsQuestionMark: true)
  }

  private static func isStatus(_ message: Message) -> Bool {
    let isQuestionMark =
      message.hasQuestionMark && message.tokens.allSatisfy { $0.isFiller || $0.isSign("?") }
    return isQuestionMark || isAlone(.status, message)
  }

  /// `ring mig`, and the key 0.
  private static func isCall(_ message: Message) -> Bool {
    if let only = message.only, only.folded == "0" { return true }
    return message.isOnly(
      .call, beside: [.callFiller, .polite, .courtesy], allowsQuestionMark: true)
  }

  /// `JA 482`, or in English `YES 482`.
  private static func isEnrolment(_ message: Message, _ context: ReadingContext) -> Bool {
    let core = message.tokens.filter { !$0.isFiller && !$0.has([.thanks, .polite]) }
    guard core.count == 2, core[0].has(.yes), core[1].kind == .number else { return false }
    if context.acceptsAnyEnrolmentCode, core[1].folded.utf8.count == 3 { return true }
    guard let expected = context.enrolmentCode else { return false }
    return expected.filter(\.isNumber) == core[1].folded
  }
}
