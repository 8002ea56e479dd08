/// A language that the service speaks and writes. Both are always read, whatever the person's own is.
public enum Language: String, Codable, CaseIterable, Sendable {
  case swedish = "sv"
  case english = "en"
}
