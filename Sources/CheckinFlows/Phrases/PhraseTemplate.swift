/// A sentence with places for values: `{t} Du är bevakad till {tid}.`
public struct PhraseTemplate: Hashable, Sendable, ExpressibleByStringLiteral {
  enum Piece: Hashable, Sendable {
    case words(String)
    case value(Placeholder)
    /// Something in braces that is no placeholder of ours; it is shown as it stands.
    case unknown(String)
  }

  public let source: String
  let pieces: [Piece]

  public init(_ source: String) {
    self.source = source
    self.pieces = Self.pieces(of: source)
  }

  public init(stringLiteral value: String) {
    self.init(value)
  }

  public var placeholders: Set<Placeholder> {
    var found: Set<Placeholder> = []
    for case .value(let placeholder) in pieces { found.insert(placeholder) }
    return found
  }

  /// What stands in braces and is no placeholder of ours.
  var unknownNames: [String] {
    pieces.compactMap { piece in
      if case .unknown(let name) = piece { name } else { nil }
    }
  }

  func withLongestValues(in language: Language) -> String {
    let values = Placeholder.allCases.map { ($0, $0.longestValue(in: language)) }
    return joined(Dictionary(uniqueKeysWithValues: values))
  }

  /// The finished text: plain characters, and elastic values cut so that it fits one message.
  func filled(_ values: [Placeholder: String]) -> String {
    let text = joined(values)
    let tooLong = SMSText.count(text).units - SMSText.Encoding.gsm7.unitsInSinglePart
    guard tooLong > 0,
      let (placeholder, value) = values.first(where: {
        $0.key.isElastic && placeholders.contains($0.key)
      })
    else { return text }
    var shorter = values
    shorter[placeholder] = Self.cut(SMSText.normalised(value), by: tooLong)
    return joined(shorter)
  }

  private func joined(_ values: [Placeholder: String]) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .words(let words): text += words
      case .value(let placeholder): text += values[placeholder] ?? ""
      case .unknown(let name): text += "{\(name)}"
      }
    }
    return SMSText.normalised(text)
  }

  /// Takes characters from the end until at least `units` and room for two dots are gone.
  private static func cut(_ value: String, by units: Int) -> String {
    let wanted = SMSText.count(value).units - units - 2
    var kept = value
    while !kept.isEmpty, SMSText.count(kept).units > wanted { kept.removeLast() }
    return kept + ".."
  }

  private static func pieces(of source: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = source[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.words(String(rest[..<open]))) }
      let name = String(rest[rest.index(after: open)..<close])
      pieces.append(Placeholder(rawValue: name).map(Piece.value) ?? .unknown(name))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.words(String(rest))) }
    return pieces
  }
}
