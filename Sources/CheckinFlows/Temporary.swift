/// What a live call brings to its next turn.
public enum CallInput: Hashable, Codable, Sendable {
  /// The line was answered by someone or something, or somebody rang us.
  case begin
  case keys(String)
  case noInput
  /// A prompt was played to its end.
  case played
  case connectEnded(ConnectResult)
}

public enum ConnectResult: String, Hashable, Codable, Sendable {
  case success
  case busy
  case failed
}

public struct Dialogue: Hashable, Codable, Sendable {}

public struct DialableNumber: Hashable, Sendable {
  public let number: PhoneNumber
  public init(temporary number: PhoneNumber) { self.number = number }
}
