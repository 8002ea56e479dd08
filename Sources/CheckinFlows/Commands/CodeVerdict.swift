/// What a code that a person gave turned out to be. Both codes are always compared.
public enum CodeVerdict: String, Hashable, Codable, CaseIterable, Sendable {
  case right
  case duress
  case wrong
}
