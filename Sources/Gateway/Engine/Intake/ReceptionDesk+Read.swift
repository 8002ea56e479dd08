import CheckinFlows

extension ReceptionDesk {
  /// "Ja" and "nej" are answers only to a question this young.
  private static let questionSeconds = 3600
  private static let mostRecentTexts = 20

  /// Reads the text as what it may mean to these people in their present state.
  func read(
    _ people: [PersonRow], _ situations: [Situation], recent: [OutboxItem]
  ) throws -> IncomingText {
    let recent = since(Self.questionSeconds, recent)
    let context = try readingContext(people, situations, recent)
    let words = String(text.text.prefix(InboundText.longestCharacters))
    let reading = SMSGrammar.read(words, in: context)
    var asRight: Reading?
    if reading.meaning == .closeDuress, let checkCode = context.checkCode {
      var context = context
      context.checkCode = { checkCode($0) == .duress ? .right : checkCode($0) }
      asRight = SMSGrammar.read(words, in: context)
    }
    return IncomingText(
      words: withoutCodes(words, of: people), sentAt: text.sentAt, reading: reading,
      readingAsRight: asRight)
  }

  private func readingContext(
    _ people: [PersonRow], _ situations: [Situation], _ recent: [OutboxItem]
  ) throws -> ReadingContext {
    let policy = try policy(situations)
    return ReadingContext(
      now: now, zone: intake.zone,
      watchEnd: situations.compactMap { $0.visibleWatch?.end }.min(),
      askedAllWell: recent.first?.purpose.personText?.asksWhetherAllIsWell ?? false,
      checkCode: codeChecker(people), enrolmentCode: try enrolmentCode(people),
      recentTexts: recent.compactMap(\.content.words),
      limits: ReadingLimits(
        shortestSeconds: policy.shortestSeconds, longestSeconds: policy.longestSeconds,
        extendDefaultMinutes: policy.extendDefaultMinutes))
  }

  /// A live watch keeps the policy that it began under.
  private func policy(_ situations: [Situation]) throws -> Policy {
    let watch = situations.compactMap(\.visibleWatch).first
    let own = try watch.flatMap { try transaction.policy($0.policy) }
    return try own ?? transaction.currentPolicy(of: tenant).policy
  }

  /// Compares with the codes of everybody who has this number, all of them each time.
  func codeChecker(_ people: [PersonRow]) -> (@Sendable (String) -> CodeVerdict)? {
    let withCode = people.filter { $0.codeHash != nil }
    guard !withCode.isEmpty else { return nil }
    let codes = intake.codes
    return { digits in
      let verdicts = withCode.map { codes.verdict(on: digits, for: $0) }
      if verdicts.contains(.duress) { return .duress }
      return verdicts.contains(.right) ? .right : .wrong
    }
  }

  private func enrolmentCode(_ people: [PersonRow]) throws -> String? {
    guard people.count == 1, let person = people.first else { return nil }
    return try transaction.numbers(of: person.id).first { $0.number == number }?.enrolmentCode
  }

  /// Our texts to this number, newest first, over the longest time that anything asks about.
  func recentTexts() throws -> [OutboxItem] {
    guard let number else { return [] }
    let since = now.adding(seconds: -max(ReplyHistory.strangerSeconds, Self.questionSeconds))
    return try transaction.recentTexts(to: number, since: since, limit: Self.mostRecentTexts)
  }

  private func since(_ seconds: Int, _ recent: [OutboxItem]) -> [OutboxItem] {
    let since = now.adding(seconds: -seconds)
    return recent.filter { item in item.sentAt.map { $0 > since } ?? false }
  }

  func replyHistory(_ recent: [OutboxItem]) -> ReplyHistory {
    let lately = since(ReplyHistory.windowSeconds, recent)
    let today = since(ReplyHistory.strangerSeconds, recent)
    return ReplyHistory(
      withoutCommand: lately.count { $0.purpose.personText?.answersNoCommand == true },
      strangerWasAnswered: today.contains { $0.purpose.personText == .stranger })
  }
}

extension OutboundContent {
  var words: String? {
    switch self {
    case .text(let words): words
    case .call, .command: nil
    }
  }
}

extension OutboundPurpose {
  var personText: PersonText? {
    switch self {
    case .watchText(_, let text), .reply(_, let text): text
    case .checkCall, .page, .operatorReply, .bridge, .outside, .notice: nil
    }
  }
}
