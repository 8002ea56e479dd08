extension Reception {
  /// With a live watch the text becomes the watch's own event.
  func duringWatch(_ watch: Watch, of person: PersonID) -> [ReceptionDecision] {
    if let plain = plainCommand(text.reading.meaning, person) { return plain }
    guard let event = event(for: text.reading) else { return [] }
    return [.tellWatch(watch.id, event)]
  }

  func event(for reading: Reading) -> WatchEvent? {
    switch reading.meaning {
    case .close, .needPin: .close(text.deed, code: nil)
    case .closeWithCode: .close(text.deed, code: .right)
    case .wrongPin: .close(text.deed, code: .wrong)
    case .closeDuress: .duress(lookingLike: lookAlike, text.deed)
    case .extend(let minutes): .extend(minutes: minutes, text.deed)
    case .set(let end): .set(end: end, text.deed)
    case .sos: .help(silent: false, text.deed)
    case .silentSos: .help(silent: true, text.deed)
    case .noteDanger, .unknownDanger: .dangerWords(text.words)
    case .note, .unknown:
      reading.isBareThanks
        ? .message(.thanks, answered: false)
        : .message(.note(text.words), answered: mayAnswer)
    case .ambiguous, .start, .askTime, .askDay, .past, .tooSoon, .tooLong, .noWatch:
      .message(.ambiguous(text.words), answered: mayAnswer)
    case .status: .message(.status, answered: true)
    case .stopKept, .optOutAsk: .message(.stopKept, answered: true)
    case .callMe: .callMe(text.deed)
    case .info, .test, .enrol, .language: nil
    }
  }

  /// What the text would do with the right code in the duress code's place.
  private var lookAlike: WatchEvent {
    guard let asRight = text.readingAsRight, asRight.meaning != .closeDuress else {
      return .close(text.deed, code: .right)
    }
    return event(for: asRight) ?? .close(text.deed, code: .right)
  }

  var mayAnswer: Bool { caller.replies.mayAnswerWithoutCommand }

  /// Commands that no watch has to know of.
  func plainCommand(_ meaning: Meaning, _ person: PersonID) -> [ReceptionDecision]? {
    switch meaning {
    case .info: [.reply(.info)]
    case .test: [.reply(.test)]
    case .enrol: [.enrol(person), .reply(.enrolled)]
    case .language(let language): [.setLanguage(person, language), .reply(.languageChanged)]
    case .start, .set, .extend, .close, .closeWithCode, .closeDuress, .wrongPin, .needPin, .sos,
      .silentSos, .noteDanger, .unknownDanger, .note, .unknown, .ambiguous, .askTime, .askDay,
      .past, .tooSoon, .tooLong, .noWatch, .status, .callMe, .optOutAsk, .stopKept:
      nil
    }
  }

}
