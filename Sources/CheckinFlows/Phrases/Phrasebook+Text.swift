extension Phrasebook {
  /// The service's own book in a language.
  public static func inLanguage(_ language: Language) -> Phrasebook {
    switch language {
    case .swedish: swedish
    case .english: english
    }
  }

  /// The finished text to a person.
  /// - Parameter now: when it is sent; a time on another day is said with its day.
  public func text(_ text: PersonText, now: Instant, settings: TextSettings) -> String {
    let words = TimeWords(language: language, zone: settings.zone)
    return filled(text.key, text.values(now: now, words: words), settings)
  }

  /// The finished text to an operator.
  public func text(_ text: OperatorText, now: Instant, settings: TextSettings) -> String {
    let words = TimeWords(language: language, zone: settings.zone)
    switch text {
    case .page(let facts):
      return filled(facts.key, values(of: facts, now: now, words: words), settings)
    case .claimed(let reference, let since, let minutes):
      let values: [Placeholder: String] = [
        .reference: reference, .clock: words.clock(since), .minutes: "\(minutes)",
      ]
      return filled(.claimed, values, settings)
    case .alreadyTaken(let reference, let time, let name):
      let values: [Placeholder: String] = [
        .reference: reference, .clock: words.clock(time), .name: name,
      ]
      return filled(.alreadyTaken, values, settings)
    case .answer(let answer):
      return SMSText.normalised(answer)
    }
  }

  /// The finished text to somebody who must be told.
  public func text(_ text: NoticeText, settings: TextSettings) -> String {
    let words = TimeWords(language: language, zone: settings.zone)
    return filled(text.key, text.values(words: words), settings)
  }

  private func values(
    of facts: PageFacts, now: Instant, words: TimeWords
  ) -> [Placeholder: String] {
    var values: [Placeholder: String] = [
      .reference: facts.reference, .clock: words.clock(facts.at), .code: facts.code,
      .fault: facts.fault ?? unknownFault.source,
    ]
    values[.time] = facts.watchEnd.map { words.time($0, now: now) }
    values[.callbackNumber] = facts.callbackNumber?.national
    return values
  }

  private func filled(
    _ key: PhraseKey, _ values: [Placeholder: String], _ settings: TextSettings
  ) -> String {
    var values = values
    values[.service] = settings.serviceName
    values[.phone] = settings.phoneNumber.national
    return self[key].filled(values)
  }
}

extension PageFacts {
  /// The sentence for this kind of case. Silent kinds have one of their own, which says that
  /// nobody may ring or text the person.
  public var key: PhraseKey {
    switch kind {
    case .notReached: .pageNotReached
    case .sos: .pageSOS
    case .silentSOS, .duress: .pageSilent
    case .dangerWords: .pageDanger
    case .callback: callbackNumber == nil ? .pageHiddenCallback : .pageCallback
    case .unclear: watchEnd == nil ? .pageUnclearWithoutWatch : .pageUnclear
    case .fault: .pageFault
    }
  }
}
