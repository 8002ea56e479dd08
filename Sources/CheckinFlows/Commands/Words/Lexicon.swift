/// The word lists as one table: each word of a text is looked up once.
enum Lexicon {
  struct Entry: Sendable {
    var kinds: WordKind = []
    /// 0–99, for a number written as a word.
    var number: Int?
  }

  static func entry(_ folded: String) -> Entry {
    table[folded] ?? Entry()
  }

  /// Of all digits only `112` is a word.
  static func number(_ digits: String) -> Entry {
    digits == "112" ? Entry(kinds: .sos) : Entry()
  }

  static let fillerSigns = WordLists.fillerSigns
  static let pictograms = WordLists.pictograms
  static let closing = PhraseTable(WordLists.closing)
  static let courtesies = PhraseTable(WordLists.courtesies)
  static let lateness = PhraseTable(WordLists.lateness)

  private static let table: [String: Entry] = {
    var table: [String: Entry] = [:]
    for (kind, words) in WordLists.kinds {
      for word in words.split(whereSeparator: \.isWhitespace) {
        table[Folding.folded(String(word)), default: Entry()].kinds.insert(kind)
      }
    }
    for (word, number) in NumberWords.all {
      table[Folding.folded(word), default: Entry()].number = number
    }
    return table
  }()
}

/// Phrases by their first word.
struct PhraseTable: Sendable {
  private let phrases: [String: [[String]]]

  init(_ texts: [String]) {
    self.init(texts.map { $0.split(separator: " ").map { Folding.folded(String($0)) } })
  }

  init(_ phrases: [[String]]) {
    let longestFirst = phrases.sorted { $0.count > $1.count }
    self.phrases = Dictionary(grouping: longestFirst) { $0.first ?? "" }
  }

  /// How many tokens the longest phrase that begins here takes; 0 when none does.
  func length(in tokens: [Token], at index: Int) -> Int {
    guard let candidates = phrases[tokens[index].folded] else { return 0 }
    for phrase in candidates where matches(phrase, tokens, index) { return phrase.count }
    return 0
  }

  private func matches(_ phrase: [String], _ tokens: [Token], _ index: Int) -> Bool {
    guard index + phrase.count <= tokens.count else { return false }
    for offset in phrase.indices where tokens[index + offset].folded != phrase[offset] {
      return false
    }
    return true
  }
}
