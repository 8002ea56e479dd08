extension Reception {
  /// A person whom nobody watches now.
  func withoutWatch(_ situation: Situation) -> [ReceptionDecision] {
    let person = situation.person
    if let plain = plainCommand(text.reading.meaning, person) { return plain }
    if case .sos(let start?) = text.reading.meaning {
      return [startWatch(person, end: start, then: [.help(silent: false, text.deed)])]
    }
    if let alarm = alarm(
      person: person, openCases: situation.openCases, replyToDuress: answerAsRight())
    {
      return alarm
    }
    switch text.reading.meaning {
    case .start(let end):
      let worry = WatchEvent.message(.worryAtStart(text.words), answered: false)
      return [startWatch(person, end: end, then: text.reading.isDangerous ? [worry] : [])]
    case .callMe:
      return showOperators(.callMe, kind: .callback, person: person, situation.openCases)
        + [.reply(.callMeOff)]
    case .set, .extend, .close, .closeWithCode, .closeDuress, .wrongPin, .needPin, .sos,
      .silentSos, .noteDanger, .unknownDanger, .note, .unknown, .ambiguous, .askTime, .askDay,
      .past, .tooSoon, .tooLong, .noWatch, .status, .info, .test, .optOutAsk, .stopKept, .enrol,
      .language:
      guard !text.reading.isBareThanks else { return [] }
      return answerWithoutWatch(text.reading.meaning)
    }
  }

  private func startWatch(_ person: PersonID, end: Instant, then events: [WatchEvent])
    -> ReceptionDecision
  {
    .startWatch(person, end: end, note: text.reading.note ?? "", then: events)
  }

  /// Every one of these says that nobody is watched.
  func answerWithoutWatch(_ meaning: Meaning) -> [ReceptionDecision] {
    guard let reply = replyWithoutWatch(meaning) else { return [] }
    return reply == .unknown || reply == .unknownDanger ? limited(reply) : [.reply(reply)]
  }

  /// To the duress code, without a watch: what the right code in its place would get.
  func answerAsRight() -> [ReceptionDecision] {
    guard let asRight = text.readingAsRight, !asRight.isBareThanks else {
      return answerWithoutWatch(.noWatch)
    }
    return answerWithoutWatch(asRight.meaning)
  }

  /// The text that a person without a watch gets; `nil` for what is decided elsewhere.
  func replyWithoutWatch(_ meaning: Meaning) -> PersonText? {
    switch meaning {
    case .start(let end): .started(end: end)
    case .close, .closeWithCode, .closeDuress, .wrongPin, .needPin, .extend, .set, .noWatch:
      .nothing
    case .note, .unknown, .ambiguous: .unknown
    case .unknownDanger, .noteDanger: .unknownDanger
    case .askTime: .askTime
    case .askDay(let time): .askDay(time: time)
    case .past(let time): .past(time: time)
    case .tooSoon: .tooSoon
    case .tooLong: .tooLong(hours: surroundings.policy.longestSeconds / 3600)
    case .status: .statusOff
    case .callMe: .callMeOff
    case .optOutAsk, .stopKept: .optOutAsk
    case .info: .info
    case .test: .test
    case .enrol: .enrolled
    case .language: .languageChanged
    case .sos, .silentSos: nil
    }
  }

  /// While a silent case is open the person's side looks as if no watch were live, nothing starts
  /// towards the phone, and everything is shown to the operators.
  func duringSilence(_ situation: Situation, _ silentCase: CaseID) -> [ReceptionDecision] {
    if text.reading.meaning == .closeDuress {
      return [.tellCase(silentCase, .duressCode)] + answerAsRight()
    }
    if let plain = plainCommand(text.reading.meaning, situation.person) { return plain }
    guard !text.reading.isBareThanks else { return [] }
    return [.tellCase(silentCase, newsDuringSilence)]
      + answerWithoutWatch(text.reading.meaning)
  }

  var newsDuringSilence: CaseNews {
    switch text.reading.meaning {
    case .start(let end): .newWatchWish(end: end)
    case .close, .needPin, .noWatch: .signOfLife(withCode: false)
    case .closeWithCode: .signOfLife(withCode: true)
    case .sos: .helpAgain(silent: false)
    case .silentSos: .helpAgain(silent: true)
    case .callMe: .callMe
    case .noteDanger, .unknownDanger: .dangerWords(text.words)
    case .closeDuress: .duressCode
    case .wrongPin, .set, .extend, .note, .unknown, .ambiguous, .askTime, .askDay, .past,
      .tooSoon, .tooLong, .status, .info, .test, .optOutAsk, .stopKept, .enrol, .language:
      .message(text.words)
    }
  }
}
