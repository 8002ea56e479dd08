/// Durations as administrators write them: `90s`, `3m`, `1h30m`.
enum DurationText {
  /// Whole seconds; `nil` for anything else than digits with `h`, `m`, `s` in that order.
  static func seconds(_ text: String) -> Int? {
    var rest = Substring(text.lowercased().filter { !$0.isWhitespace })
    guard !rest.isEmpty else { return nil }
    var total = 0
    for (unit, seconds) in [("h", 3600), ("m", 60), ("s", 1)] as [(Character, Int)] {
      guard let end = rest.firstIndex(of: unit) else { continue }
      guard let count = Int(rest[..<end]), (0...1_000_000).contains(count) else { return nil }
      total += count * seconds
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty ? total : nil
  }

  static func text(seconds: Int) -> String {
    guard seconds > 0 else { return "0s" }
    let parts = [(seconds / 3600, "h"), (seconds / 60 % 60, "m"), (seconds % 60, "s")]
    return parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
  }
}
