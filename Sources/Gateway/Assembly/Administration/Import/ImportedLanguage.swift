import CheckinFlows

/// The language column: `sv` or `en`, or the words for them.
enum ImportedLanguage {
  private static let words: [String: Language] = [
    "sv": .swedish, "svenska": .swedish, "swedish": .swedish,
    "en": .english, "engelska": .english, "english": .english,
  ]

  static func read(_ text: String?, row: Int) throws(ImportFault) -> Language {
    guard let text else { return .swedish }
    guard let language = words[text.lowercased()] else {
      throw ImportFault(row: row, text: "The language must be sv or en, or empty for sv.")
    }
    return language
  }
}
