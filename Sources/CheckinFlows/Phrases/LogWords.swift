/// One sentence for each kind of log entry, made from the log's stable names and facts.
///
/// A sentence may name a fact in braces, `{end}`. A kind may have finer sentences, by the value of
/// one of its facts: `case.opened:sos`. A kind that nobody has worded yet is shown by its name, so
/// that a timeline never has a hole.
public struct LogWords: Sendable {
  private let language: Language
  private let time: @Sendable (Instant) -> String
  private let person: String
  private let operatorNames: [OperatorID: String]

  /// - Parameters:
  ///   - time: how a time is written.
  ///   - person: what the person is called; by default "personen".
  ///   - operatorNames: those who may be shown by name.
  public init(
    _ language: Language, person: String? = nil,
    time: @escaping @Sendable (Instant) -> String,
    operatorNames: [OperatorID: String] = [:]
  ) {
    self.language = language
    self.time = time
    self.person = person ?? (language == .swedish ? "personen" : "the person")
    self.operatorNames = operatorNames
  }

  /// A whole sentence. `kind` and the names of `facts` are those of the log.
  public func sentence(_ kind: String, _ facts: [String: String]) -> String {
    guard let template = template(kind, facts) else { return fallback(kind) }
    return fill(template, facts).capitalizingFirst
  }

  /// Facts that a kind may be told apart by, most telling first.
  private static let tellingFacts = [
    "purpose", "meaning", "outcome", "kind", "silent", "withCode", "confirmed", "reason", "about",
  ]

  private func template(_ kind: String, _ facts: [String: String]) -> String? {
    let sentences = Self.sentences(language)
    for fact in Self.tellingFacts {
      guard let value = facts[fact] else { continue }
      if let finer = sentences["\(kind):\(value)"] { return finer }
    }
    return sentences[kind]
  }

  private func fallback(_ kind: String) -> String {
    let name = kind.replacing(".", with: ": ").replacing("-", with: " ")
    return "\(name.capitalizingFirst)."
  }

  private func fill(_ template: String, _ facts: [String: String]) -> String {
    var words = ""
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let fact = String(rest[rest.index(after: open)..<close])
      words += rest[..<open] + value(of: fact, in: facts)
      rest = rest[rest.index(after: close)...]
    }
    return words + rest
  }

  private func value(of fact: String, in facts: [String: String]) -> String {
    if fact == "person" { return person }
    guard let value = facts[fact] else { return language == .swedish ? "okänt" : "unknown" }
    switch fact {
    case "end", "from", "to", "wanted", "madeAt":
      return Int64(value).map { time(Instant(milliseconds: $0)) } ?? value
    case "operator", "by": return name(of: value)
    case "text", "case", "count", "attempt", "number": return value
    default: return Self.values(language)["\(fact):\(value)"] ?? value
    }
  }

  /// `3` and `operator 3` are an operator; anything else is the name of a program.
  private func name(of value: String) -> String {
    let digits = value.hasPrefix("operator ") ? String(value.dropFirst(9)) : value
    guard let id = Int64(digits) else { return value }
    let noun = language == .swedish ? "operatör" : "operator"
    return operatorNames[OperatorID(rawValue: id)] ?? "\(noun) \(id)"
  }

  static func sentences(_ language: Language) -> [String: String] {
    switch language {
    case .swedish: swedish
    case .english: english
    }
  }

  private static func values(_ language: Language) -> [String: String] {
    switch language {
    case .swedish: swedishValues
    case .english: englishValues
    }
  }
}

extension String {
  fileprivate var capitalizingFirst: String { prefix(1).uppercased() + dropFirst() }
}
