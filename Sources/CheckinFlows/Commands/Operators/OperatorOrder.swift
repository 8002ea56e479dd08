/// An operator's text, taken apart piece by piece.
struct OperatorOrder {
  /// What is left: without the reference, the verb, and what was taken since.
  private(set) var tokens: [Token]
  let reference: CaseID?
  private let text: String
  private let all: [Token]
  private let context: OperatorContext
  private static let codeDigits = 4...8
  /// An older time is one that is still to come, or a slip: it is asked about.
  private static let oldestPoliceCallSeconds = 11 * 3600

  init(_ text: String, in context: OperatorContext) {
    let read = Tokenizer.tokens(of: text[...])
    let found = OperatorOrder.reference(in: read, context)
    self.text = text
    self.context = context
    all = read
    reference = found?.0
    tokens = read.indices.filter { found?.1.contains($0) != true }.map { read[$0] }
  }

  var hasReference: Bool { reference != nil }

  /// The first letter `L` with a case's number; a case that is not open is not one.
  private static func reference(in tokens: [Token], _ context: OperatorContext)
    -> (CaseID, ClosedRange<Int>)?
  {
    for index in tokens.indices.dropLast() where tokens[index].folded == "l" {
      guard let digits = tokens.gluedDigits(at: index + 1), let number = Int64(digits.folded) else {
        continue
      }
      let found = CaseID(rawValue: number)
      if context.knownCases.contains(found) { return (found, index...index + 1) }
    }
    return nil
  }

  /// The page code of an open case, alone or behind `ta`.
  var pageCode: String? {
    let core = tokens.filter { !$0.isFiller }
    guard let last = core.last, context.openCodes.contains(last.folded) else { return nil }
    let isTaken = core.count == 2 && OperatorWords.verbs[core[0].folded] == .take
    return core.count == 1 || isTaken ? last.folded : nil
  }

  /// Words that are also a person's own need a reference, a claim or an open code beside them.
  var isForOperators: Bool {
    if hasReference || context.readsWithoutReference || isWithOpenCode { return true }
    guard let first = tokens.first(where: { !$0.isFiller }) else { return false }
    let isOwn =
      OperatorWords.list.contains(first.folded) || OperatorWords.who.contains(first.folded)
      || OperatorWords.help.subtracting(OperatorWords.cries).contains(first.folded)
    return isOwn || OperatorWords.verbs[first.folded] == .duty
  }

  private var isWithOpenCode: Bool {
    tokens.contains { $0.kind == .number && context.openCodes.contains($0.folded) }
  }

  var onlyWord: String? {
    let core = tokens.filter { !$0.isFiller && !$0.isSign("?") }
    return core.count == 1 ? core[0].folded : nil
  }

  var isEmpty: Bool {
    tokens.allSatisfy { $0.isFiller || OperatorWords.fillers.contains($0.folded) }
  }

  /// A case by reference, or by the open page code that was named.
  var target: OperatorTarget? {
    if let reference { return .reference(reference) }
    return tokens.first { $0.kind == .number && context.openCodes.contains($0.folded) }
      .map { .code($0.folded) }
  }

  /// The verb in front; `+` is one.
  mutating func takeVerb() -> OperatorVerb? {
    guard let index = tokens.firstIndex(where: { !$0.isFiller }) else { return nil }
    if tokens[index].isSign("+") { return .extend }
    guard let verb = OperatorWords.verbs[tokens[index].folded] else { return nil }
    let isTime = verb == .extend && ["till", "until"].contains(tokens[index].folded)
    if !isTime { tokens.remove(at: index) }
    return verb
  }

  /// The operator's own code: the last digit group, when nothing stands behind it.
  mutating func takeCode() -> String? {
    guard let index = tokens.lastIndex(where: { !$0.isFiller }) else { return nil }
    let token = tokens[index]
    guard token.kind == .number, Self.codeDigits.contains(token.folded.utf8.count) else {
      return nil
    }
    tokens.remove(at: index)
    return token.folded
  }

  mutating func takeWord(in words: Set<String>) -> Bool {
    guard let index = tokens.firstIndex(where: { words.contains($0.folded) }) else { return false }
    tokens.remove(at: index)
    return true
  }

  mutating func take<Value>(from table: [String: Value]) -> Value? {
    for index in tokens.indices {
      guard let value = table[tokens[index].folded] else { continue }
      tokens.remove(at: index)
      return value
    }
    return nil
  }

  /// `+30`, `+1h`, or behind `förläng` a duration.
  mutating func takeMinutes() -> Int? {
    let plus = tokens.firstIndex { $0.isSign("+") }
    let start = plus.map { $0 + 1 } ?? tokens.firstIndex { !$0.isFiller } ?? tokens.count
    guard start < tokens.count else { return nil }
    var found = DurationReader.read(tokens, at: start)
    if found == nil, plus != nil, let number = tokens[start].value { found = (number, start + 1) }
    guard let (minutes, end) = found, (1...1440).contains(minutes) else { return nil }
    tokens.removeSubrange((plus ?? start)..<end)
    return minutes
  }

  mutating func takeTime() -> Instant? {
    let times = TimeFinder.times(in: tokens)
    let resolver = TimeResolver(now: context.now, zone: context.zone)
    guard let match = times.sure.first ?? times.weak.first, times.sure.count < 2,
      case .at(let instant)? = resolver.resolve(match.expression)
    else { return nil }
    tokens.removeSubrange(match.range)
    return instant
  }

  /// `21.47`: the last time that the clock showed this.
  mutating func takePoliceTime() -> Instant? {
    guard let start = tokens.firstIndex(where: { !$0.isFiller }), tokens[start].value != nil,
      let (time, form, end) = DigitClockReader.read(tokens, at: start), form != .bare,
      form != .spaced
    else { return nil }
    let today = context.zone.wallClock(at: context.now).date
    let twin = time.isTwelveHour ? [time.minuteOfDay, time.minuteOfDay + 720] : [time.minuteOfDay]
    let candidates = [-1, 0].flatMap { day in
      twin.flatMap { context.zone.instants(on: today.adding(days: day), minuteOfDay: $0) }
    }
    guard let latest = candidates.filter({ $0 <= context.now }).max(),
      context.now.seconds(since: latest) <= Self.oldestPoliceCallSeconds
    else { return nil }
    tokens.removeSubrange(start..<end)
    return latest
  }

  /// The police's own number as it was written, and the operator's code behind it. One digit group
  /// alone is the number: a code that was left out is asked for.
  func policeReferenceAndCode() -> (number: String, code: String?)? {
    let words = OperatorOrder.words(tokens, text)
    guard let first = words.first else { return nil }
    guard words.count >= 2, let last = words.last,
      Self.codeDigits.contains(last.utf8.count),
      last.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return words.count == 1 ? (first, nil) : (words.joined(separator: " "), nil) }
    return (words.dropLast().joined(separator: " "), last)
  }

  /// What stands between spaces, in the sender's own letters.
  private static func words(_ tokens: [Token], _ text: String) -> [String] {
    var words: [String] = []
    for token in tokens {
      let part = String(text[token.range])
      if token.isGlued, let last = words.popLast() {
        words.append(last + part)
      } else {
        words.append(part)
      }
    }
    return words
  }

  /// Everything behind the verb and the reference, in the sender's own letters.
  var remainingText: String? {
    guard let first = tokens.first(where: { !$0.isFiller }) else { return nil }
    let rest = text[first.range.lowerBound...]
    return rest.isEmpty ? nil : String(rest)
  }
}
