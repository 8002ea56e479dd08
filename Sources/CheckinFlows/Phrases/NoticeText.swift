/// Every text to those who must be told: duty officers, heads of unit, security officers, contacts.
/// None of them names the person or the place.
public enum NoticeText: Hashable, Codable, Sendable {
  /// The police have been alerted; the reply confirms that the recipient is reached.
  case inform(reference: String, since: Instant, code: String)
  /// An alarm that somebody was informed of is called off.
  case standDown(reference: String, at: Instant)
  /// Afterwards: the service was used, and all went well.
  case afterSafe(on: Instant, reference: String)
  /// Afterwards: the service was used, and there was an alarm.
  case afterAlarm(on: Instant, reference: String)

  public var key: PhraseKey {
    switch self {
    case .inform: .inform
    case .standDown: .standDown
    case .afterSafe: .afterSafe
    case .afterAlarm: .afterAlarm
    }
  }

  func values(words: TimeWords) -> [Placeholder: String] {
    switch self {
    case .inform(let reference, let since, let code):
      [.reference: reference, .clock: words.clock(since), .code: code]
    case .standDown(let reference, let time):
      [.reference: reference, .clock: words.clock(time)]
    case .afterSafe(let day, let reference), .afterAlarm(let day, let reference):
      [.reference: reference, .date: words.date(day)]
    }
  }
}
