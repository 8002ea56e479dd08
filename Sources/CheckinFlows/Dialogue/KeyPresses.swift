/// One key with the time it was pressed, from providers that tell it.
public struct KeyPress: Hashable, Sendable {
  public let key: Character
  public let at: Instant

  public init(_ key: Character, at: Instant) {
    self.key = key
    self.at = at
  }
}

extension CallInput {
  /// Keys with times. The same key again within 120 ms is one press that a codec has doubled.
  public static func keys(_ presses: [KeyPress]) -> CallInput {
    var kept: [KeyPress] = []
    for press in presses {
      if let last = kept.last, last.key == press.key, press.isDouble(of: last) { continue }
      kept.append(press)
    }
    return .keys(String(kept.map(\.key)))
  }
}

extension KeyPress {
  fileprivate func isDouble(of earlier: KeyPress) -> Bool {
    at.milliseconds - earlier.at.milliseconds < DialogueLimits.doubledMilliseconds
  }
}
