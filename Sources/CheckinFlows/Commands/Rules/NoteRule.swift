/// Everything else: shown to operators in a live watch, not understood without one.
enum NoteRule {
  @Sendable static func read(_ message: Message, _ context: ReadingContext) -> Reading? {
    reading(message, context)
  }

  static func reading(_ message: Message, _ context: ReadingContext) -> Reading {
    Reading(
      context.isWatched ? .note : .unknown, note: message.text,
      isBareThanks: message.isOnly(.thanks, beside: .courtesy))
  }
}
