/// What a phone does with calls and texts by itself.
struct Behaviour: Sendable, Equatable {
  enum Answer: String, Sendable, CaseIterable {
    /// Rings until somebody answers on the page of phones.
    case manual
    case person
    case voicemail
    case busy
    case noAnswer
    case reject
    /// Switched off: calls fail, texts wait until the behaviour changes.
    case off
  }

  /// What becomes of texts to this phone while it is on.
  enum TextReception: String, Sendable, CaseIterable {
    case delivered, failed
    /// The text arrives, but the network never reports it.
    case unreported
  }

  struct Reply: Sendable, Equatable {
    var text: String
    var afterSeconds: Double
  }

  var answer = Answer.manual
  var afterSeconds: Double?
  /// One entry for each time a prompt that asks for keys is played, anew in each call.
  var keys: [String] = []
  /// How long after the start of a prompt the first key is pressed.
  var keyAfterSeconds = 1.0
  var replies: [Reply] = []
  /// Hangs up so long after the answer, whatever is being said.
  var hangUpAfterSeconds: Double?
  /// How long a conversation with another phone lasts.
  var talkSeconds = 10.0
  var texts = TextReception.delivered

  static let manual = Behaviour()

  /// Seconds from the first ring until this behaviour shows.
  var reactionSeconds: Double {
    if let afterSeconds { return max(0, afterSeconds) }
    switch answer {
    case .manual, .noAnswer: return .infinity
    case .person: return 2
    case .voicemail: return 20
    case .busy, .off: return 1
    case .reject: return 3
    }
  }
}
