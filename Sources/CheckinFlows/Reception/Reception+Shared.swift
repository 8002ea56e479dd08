/// A number that several people share, so that it cannot be told who writes.
extension Reception {
  /// Nothing closes and nothing is extended on doubt. Help is help for every one of them; while an
  /// alarm of one of them is silent the phone shows none, and nobody is sent to ring it.
  func fromShared(_ situations: [Situation]) -> [ReceptionDecision] {
    let silent = text.reading.isBareThanks ? [] : situations.compactMap(\.silentCase)
    let told = silent.map { ReceptionDecision.tellCase($0, newsDuringSilence) }
    let isSilent = situations.contains { $0.silentCase != nil }
    let watches = situations.compactMap(\.visibleWatch).sorted { $0.end < $1.end }
    guard !watches.isEmpty else {
      return told
        + (isSilent ? replyToShared(meaningAsRight) : fromSharedWithoutWatch(situations))
    }
    return told + duringSharedWatches(watches, isSilent: isSilent)
  }

  private func duringSharedWatches(_ watches: [Watch], isSilent: Bool) -> [ReceptionDecision] {
    switch text.reading.meaning {
    case .info: return [.reply(.info)]
    case .test: return [.reply(.test)]
    case .sos where isSilent:
      return watches.map { .tellWatch($0.id, .help(silent: true, text.deed)) }
    case .callMe where isSilent:
      return watches.prefix(1).map { .reply(.callMe(end: $0.end)) }
    case .start, .set, .extend, .close, .closeWithCode, .closeDuress, .wrongPin, .needPin, .sos,
      .silentSos, .noteDanger, .unknownDanger, .note, .unknown, .ambiguous, .askTime, .askDay,
      .past, .tooSoon, .tooLong, .noWatch, .status, .callMe, .optOutAsk, .stopKept, .enrol,
      .language:
      return watches.map { watch in
        .tellWatch(watch.id, sharedEvent(text.reading, isFirst: watch.id == watches.first?.id))
      }
    }
  }

  /// The duress code gets what the right one would have got here, which closes nothing.
  private func sharedEvent(_ reading: Reading, isFirst: Bool) -> WatchEvent {
    let asked = WatchEvent.message(.ambiguous(text.words), answered: isFirst && mayAnswer)
    switch reading.meaning {
    case .sos, .silentSos, .noteDanger, .unknownDanger, .callMe, .status:
      return event(for: reading) ?? asked
    case .closeDuress:
      guard let asRight = text.readingAsRight, asRight.meaning != .closeDuress else {
        return .duress(lookingLike: asked, text.deed)
      }
      return .duress(lookingLike: sharedEvent(asRight, isFirst: isFirst), text.deed)
    case .start, .set, .extend, .close, .closeWithCode, .wrongPin, .needPin, .note, .unknown,
      .ambiguous, .askTime, .askDay, .past, .tooSoon, .tooLong, .noWatch, .optOutAsk, .stopKept,
      .info, .test, .enrol, .language:
      return asked
    }
  }

  private func fromSharedWithoutWatch(_ situations: [Situation]) -> [ReceptionDecision] {
    let openCases = situations.flatMap(\.openCases)
    let likeRight = replyToShared(meaningAsRight)
    if let alarm = alarm(person: nil, openCases: openCases, replyToDuress: likeRight) {
      return alarm
    }
    switch text.reading.meaning {
    case .start, .callMe:
      return showOperators(.callMe, kind: .callback, person: nil, openCases) + likeRight
    case .set, .extend, .close, .closeWithCode, .closeDuress, .wrongPin, .needPin, .sos,
      .silentSos, .noteDanger, .unknownDanger, .note, .unknown, .ambiguous, .askTime, .askDay,
      .past, .tooSoon, .tooLong, .noWatch, .status, .info, .test, .optOutAsk, .stopKept, .enrol,
      .language:
      return likeRight
    }
  }

  private var meaningAsRight: Meaning {
    guard text.reading.meaning == .closeDuress else { return text.reading.meaning }
    return text.readingAsRight?.meaning ?? .closeWithCode
  }

  private func replyToShared(_ meaning: Meaning) -> [ReceptionDecision] {
    switch meaning {
    case .info: return [.reply(.info)]
    case .test: return [.reply(.test)]
    case .status: return [.reply(.statusOff)]
    case .start, .callMe: return [.reply(.callMeOff)]
    case .sos, .silentSos: return []
    case .noteDanger, .unknownDanger: return limited(.unknownDanger)
    case .set, .extend, .close, .closeWithCode, .closeDuress, .wrongPin, .needPin, .note,
      .unknown, .ambiguous, .askTime, .askDay, .past, .tooSoon, .tooLong, .noWatch, .optOutAsk,
      .stopKept, .enrol, .language:
      return text.reading.isBareThanks ? [] : limited(.nothing)
    }
  }
}
