/// What is wrong with a template.
public enum TextFault: Hashable, Sendable {
  /// It would turn the whole message to UCS-2, and more than double its price.
  case outsideGSM7(Character)
  /// A link, or what a telephone would make one of.
  case link(String)
  /// "INTE bevakad" was taken out of a text to a person without a watch.
  case doesNotSayUnwatched
  /// "INTE bevakad" stands in a text to a person who is watched.
  case saysUnwatched
  /// Units with the longest values; one message holds 160.
  case tooLong(units: Int)
  /// Words that promise more than the service has done, or can do.
  case promise(String)
  /// A word in capitals that a telephone company may take for itself.
  case reservedWord(String)
  case missingPlaceholder(Placeholder)
  case unknownPlaceholder(String)
}

/// The rules that every text keeps, those of the service's own books and those that are edited.
public enum TextRules {
  /// The faults of a template, in no promise of order; empty when it may be used.
  public static func faults(
    in template: String, for key: PhraseKey, language: Language
  ) -> [TextFault] {
    let parsed = PhraseTemplate(template)
    return faults(in: template)
      + unwatchedFaults(template, key, language)
      + reservedWords(template, key, language)
      + placeholderFaults(parsed, Phrasebook.inLanguage(language)[key])
      + lengthFaults(parsed, language)
  }

  /// The faults that can be seen without knowing which sentence it is.
  public static func faults(in template: String) -> [TextFault] {
    let lowercased = template.lowercased()
    return SMSText.charactersOutsideGSM7(in: SMSText.normalised(template)).map {
      .outsideGSM7($0)
    }
      + links.filter { lowercased.contains($0) }.map { .link($0) }
      + promises.filter { lowercased.contains($0) }.map { .promise($0) }
  }

  private static func unwatchedFaults(
    _ template: String, _ key: PhraseKey, _ language: Language
  ) -> [TextFault] {
    let phrases = unwatchedPhrases(in: language)
    switch key.reader {
    case .unwatchedPerson:
      return phrases.contains { template.contains($0) } ? [] : [.doesNotSayUnwatched]
    case .watchedPerson:
      let lowercased = template.lowercased()
      return phrases.contains { lowercased.contains($0.lowercased()) } ? [.saysUnwatched] : []
    case .anyPerson, .operators, .informed:
      return []
    }
  }

  private static func unwatchedPhrases(in language: Language) -> [String] {
    switch language {
    case .swedish: ["INTE bevakad"]
    case .english: ["NOT being watched", "NOT watched"]
    }
  }

  private static func reservedWords(
    _ template: String, _ key: PhraseKey, _ language: Language
  ) -> [TextFault] {
    guard key.isToPerson, language == .english else { return [] }
    let words = Set(template.split { !$0.isLetter }.map(String.init))
    return reserved.filter { words.contains($0) }.map { .reservedWord($0) }
  }

  /// An edited text keeps every value of the original: the end time, the number to call.
  private static func placeholderFaults(
    _ template: PhraseTemplate, _ original: PhraseTemplate
  ) -> [TextFault] {
    let missing = original.placeholders.subtracting(template.placeholders)
    let foreign = template.placeholders.subtracting(original.placeholders).map(\.rawValue)
    return missing.map { .missingPlaceholder($0) }
      + (foreign + template.unknownNames).map { .unknownPlaceholder($0) }
  }

  private static func lengthFaults(_ template: PhraseTemplate, _ language: Language) -> [TextFault]
  {
    let units = longestUnits(of: template, language: language)
    return units > SMSText.Encoding.gsm7.unitsInSinglePart ? [.tooLong(units: units)] : []
  }

  /// Units of a template with the longest values in its places: what an editor shows as "n".
  public static func longestUnits(of template: PhraseTemplate, language: Language) -> Int {
    SMSText.count(template.withLongestValues(in: language)).units
  }

  private static let links = ["http", "www.", ".se/", ".com/", ".nu/"]

  private static let reserved = ["END", "STOP", "CANCEL", "QUIT", "UNSUBSCRIBE", "HELP"]

  private static let promises = [
    "polisen kommer", "polis kommer", "hjälp kommer", "hjälpen kommer", "är på väg",
    "polisen är larmad", "polis är larmad", "vi larmar polis", "operatör agerar", "operatör kommer",
    "garanterar", "vi lovar", "du är säker", "ingen fara",
    "police are coming", "police is coming", "police will", "help is coming", "on the way",
    "on its way", "on their way", "we will alert the police", "operator is acting", "guarantee",
    "we promise", "you are safe",
  ]
}
