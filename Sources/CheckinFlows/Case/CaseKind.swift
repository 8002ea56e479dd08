/// Why a case was opened. Five kinds hold the watch; three run beside it.
public enum CaseKind: String, Codable, CaseIterable, Sendable {
  /// Every contact attempt passed without a key, a code or a text.
  case notReached
  /// The person asked for help.
  case sos
  /// The person asked for help and must not be rung.
  case silentSOS
  /// The duress code was used.
  case duress
  /// A text held words of danger.
  case dangerWords
  /// Somebody asked to be called back (the pager way, `RING`, key 0).
  case callback
  /// Free text, an ambiguous reply, a receipt that could not be delivered.
  case unclear
  /// The service itself is at fault, or a provider, or nobody reachable is on duty.
  case fault

  /// While such a case is open the person's OK is shown, not obeyed.
  public var holdsWatch: Bool {
    switch self {
    case .notReached, .sos, .silentSOS, .duress, .dangerWords: true
    case .callback, .unclear, .fault: false
    }
  }

  /// Everybody on duty is paged at once, instead of rung by rung.
  public var pagesEverybodyAtOnce: Bool {
    switch self {
    case .sos, .silentSOS, .duress, .dangerWords: true
    case .notReached, .callback, .unclear, .fault: false
    }
  }

  /// Nothing of any kind may start towards the person's phone.
  public var isSilent: Bool {
    switch self {
    case .silentSOS, .duress: true
    case .notReached, .sos, .dangerWords, .callback, .unclear, .fault: false
    }
  }

  /// 1 is highest. The third wrong code lifts an `unclear` one to 1.
  public var usualPriority: Int {
    switch self {
    case .notReached, .sos, .silentSOS, .duress, .dangerWords, .fault: 1
    case .callback, .unclear: 2
    }
  }

  /// Whether a case that holds a watch may become this kind. Nothing ever becomes milder.
  public func isGraver(than other: CaseKind) -> Bool {
    gravity > other.gravity
  }

  private var gravity: Int {
    switch self {
    case .unclear, .callback, .fault: 0
    case .notReached: 1
    case .dangerWords: 2
    case .sos: 3
    case .silentSOS: 4
    case .duress: 5
    }
  }
}
