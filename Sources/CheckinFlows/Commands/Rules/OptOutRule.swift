/// `stopp` and its kin: in a live watch neither a closing nor an opt-out.
enum OptOutRule {
  @Sendable static func read(_ message: Message, _ context: ReadingContext) -> Reading? {
    guard message.isOnly(.stop, beside: [.polite, .me, .courtesy]) else { return nil }
    return Reading(context.isWatched ? .stopKept : .optOutAsk)
  }
}
