import CheckinFlows

/// What is made in one go: a recording, or a run of words up to the end of a sentence.
enum SpokenPiece {
  case recorded([UInt8], endsSentence: Bool)
  case rendered([Fragment])

  /// Fragments without a recording are joined until a full stop, so that a sentence has one melody.
  static func pieces(of prompt: Prompt, _ recordings: Recordings) -> [SpokenPiece] {
    var pieces: [SpokenPiece] = []
    var open: [Fragment] = []
    for fragment in prompt.fragments {
      let recorded = recordings.bytes(fragment.key, prompt.language)
      if recorded == nil { open.append(fragment) }
      if !open.isEmpty, recorded != nil || fragment.endsSentence {
        pieces.append(.rendered(open))
        open = []
      }
      if let recorded {
        pieces.append(.recorded(recorded, endsSentence: fragment.endsSentence))
      }
    }
    return open.isEmpty ? pieces : pieces + [.rendered(open)]
  }

  var words: String {
    switch self {
    case .recorded: ""
    case .rendered(let fragments): fragments.map(\.words).joined(separator: " ")
    }
  }

  var endsSentence: Bool {
    switch self {
    case .recorded(_, let endsSentence): endsSentence
    case .rendered(let fragments): fragments.last?.endsSentence ?? true
    }
  }

  /// What changes when the sound would.
  var identity: String {
    switch self {
    case .recorded(let bytes, let endsSentence):
      "recorded \(endsSentence) " + AudioCache.digest(bytes)
    case .rendered: "rendered " + words
    }
  }
}

extension Fragment {
  var endsSentence: Bool { words.hasSuffix(".") }
}
