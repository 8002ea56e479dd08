/// One thing to do in a live call, in our words; each provider renders it in its own dialect.
public enum VoiceStep: Hashable, Codable, Sendable {
  /// Plays a prompt and takes keys, also while it plays. Up to `digits` keys, ended by `#`.
  /// `secondsToAnswer` runs after each play; the prompt is played `plays` times in all while
  /// nothing is pressed. The keys, or their absence, come as the next turn.
  case ask(Prompt, digits: Int, secondsToAnswer: Int, plays: Int)
  /// Plays a prompt that no key cuts short, then hangs up.
  case sayAndHangUp(Prompt)
  /// Plays a prompt, then asks for the next turn.
  case sayAndGoOn(Prompt)
  /// Joins the call to another number; the next turn comes when that has ended or failed.
  case connect(PhoneNumber, ringSeconds: Int)
  case hangUp
}

/// Spoken words, in the order they are said.
public struct Prompt: Hashable, Codable, Sendable {
  public let language: Language
  public let fragments: [Fragment]

  public init(_ language: Language, _ fragments: [Fragment]) {
    self.language = language
    self.fragments = fragments
  }

  /// All words, as read to somebody who cannot hear.
  public var words: String {
    fragments.map(\.words).joined(separator: " ")
  }
}

/// The smallest piece that is recorded on its own: a fixed sentence, an hour, a minute, a digit.
public struct Fragment: Hashable, Codable, Sendable {
  /// Names the recording, `check.menu` or `hour.21`.
  public let key: String
  /// Numbers already spelled out; what is rendered when no recording exists.
  public let words: String

  public init(key: String, words: String) {
    self.key = key
    self.words = words
  }
}
