/// Times: a start without a watch, a new end with one.
enum TimeRules {
  @Sendable static func time(_ message: Message, _ context: ReadingContext) -> Reading? {
    guard !message.times.isEmpty else { return nil }
    let choice = TimeChoice(message, isWatched: context.isWatched)
    guard case .one(let match) = choice.pick,
      let resolved = TimeResolver(now: context.now, zone: context.zone).resolve(match.expression)
    else { return nil }
    if let end = context.watchEnd {
      return moved(resolved, from: end, match, choice, context)
    }
    return begun(resolved, note: choice.note(beside: match), context)
  }

  /// The end time of the watch that this text would start, where it would start one.
  static func start(_ message: Message, _ context: ReadingContext) -> Instant? {
    guard !context.isWatched, case .start(let end)? = time(message, context)?.meaning else {
      return nil
    }
    return end
  }

  /// A keyword without a time, a bare hour that could be two, two times.
  @Sendable static func incomplete(_ message: Message, _ context: ReadingContext) -> Reading? {
    let choice = TimeChoice(message, isWatched: context.isWatched)
    guard
      choice.hasKeyword || isSeveral(choice) || isImpossible(choice) || isBareHour(message)
        || isHourAndKeyword(message)
    else { return nil }
    guard !context.isWatched else { return Reading(.ambiguous) }
    return Reading(.askTime, note: choice.noteWithoutTime)
  }

  // MARK: Leaves

  private static func begun(
    _ resolved: TimeResolver.Resolved, note: String?, _ context: ReadingContext
  ) -> Reading {
    switch resolved {
    case .past(let time): return Reading(.past(time: time))
    case .askDay(let time): return Reading(.askDay(time: time))
    case .at(let time):
      let ahead = time.milliseconds - context.now.milliseconds
      if ahead < Int64(context.limits.shortestSeconds) * 1000 {
        return Reading(.tooSoon(time: time))
      }
      if ahead > Int64(context.limits.longestSeconds) * 1000 {
        return Reading(.tooLong(time: time))
      }
      return Reading(.start(end: time), note: note)
    }
  }

  /// An earlier end fails early and is taken from anywhere; a later one only where nothing speaks
  /// against it.
  private static func moved(
    _ resolved: TimeResolver.Resolved, from end: Instant, _ match: TimeMatch,
    _ choice: TimeChoice, _ context: ReadingContext
  ) -> Reading {
    guard case .at(let time) = resolved else { return Reading(.ambiguous) }
    let message = choice.message
    let isLate = ExtensionRules.hasOnlyLateness(message, beside: match.range)
    let note = isLate ? nil : choice.note(beside: match)
    guard time > end else { return Reading(.set(end: time), note: note) }
    let isDoubtful = message.has(.negation) || message.hasQuestionMark || match.isGuess
    let isFar = time > context.now.adding(seconds: context.limits.longestSeconds)
    let isMeant = choice.isAtFront(match) || isLate || isPolite(message, beside: match.range)
    guard isMeant, !isDoubtful, !isFar else { return Reading(.ambiguous) }
    return Reading(.set(end: time), note: note)
  }

  private static func isPolite(_ message: Message, beside time: Range<Int>) -> Bool {
    message.tokens.indices.allSatisfy { index in
      time.contains(index) || message.tokens[index].isFiller
        || message.tokens[index].has([.polite, .thanks])
    }
  }

  private static func isSeveral(_ choice: TimeChoice) -> Bool {
    if case .several = choice.pick { return true }
    return false
  }

  /// A time on a date that no calendar has: one was found, and none came of it.
  private static func isImpossible(_ choice: TimeChoice) -> Bool {
    if case .one = choice.pick { return true }
    return false
  }

  /// `7`, `nio`; with polite words at most.
  private static func isBareHour(_ message: Message) -> Bool {
    let core = message.tokens.filter { !$0.isFiller && !$0.has([.polite, .thanks]) }
    guard core.count == 1, let hour = core[0].quantity else { return false }
    return (3...12).contains(hour)
  }

  /// `8 möte`.
  private static func isHourAndKeyword(_ message: Message) -> Bool {
    let core = message.tokens.filter { !$0.isFiller }
    guard core.count >= 2, let hour = core[0].quantity, core[1].has(.keyword) else { return false }
    return (3...12).contains(hour)
  }
}
