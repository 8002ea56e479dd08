import GatewayEngine

/// Sorts 46elks' refusals: a status, and one line of plain text that is read and forgotten, for
/// it may repeat the number that was sent.
enum ElksRefusal {
  /// The longest line that is looked at.
  private static let longestLineBytes = 500

  static func kind(status: Int, body: [UInt8]) -> RefusalKind {
    switch status {
    case 429: .tryLater
    case 401: .credentials
    case 402: .noCredit
    // No such resource: the base address is not 46elks'.
    case 404, 405: .configuration
    default: kind(line: String(decoding: body.prefix(longestLineBytes), as: UTF8.self))
    }
  }

  /// Lines are told apart by their fixed words, the more telling ones first.
  private static func kind(line: String) -> RefusalKind {
    let line = line.lowercased()
    let has = { (words: String) in line.contains(words) }
    if has("credit") || has("balance") { return .noCredit }
    if has("access denied") || has("unauthorized") { return .credentials }
    if has("invalid to") { return .invalidNumber }
    if has("country") { return .countryClosed }
    if has("invalid from") || has("alphanumeric") || has("missing key") || has("valid url")
      || has("invalid number id")
    {
      return .configuration
    }
    return .other
  }
}
