/// A live watch as an operator's list shows it.
public struct OperatorWatchLine: Hashable, Sendable {
  public var reference: String
  public var end: Instant
  public var phase: WatchPhase

  public init(reference: String, end: Instant, phase: WatchPhase) {
    self.reference = reference
    self.end = end
    self.phase = phase
  }
}

/// Who is on duty, and who has which case.
public struct OperatorRota: Hashable, Sendable {
  /// Names of those on duty, first rung first.
  public var onDuty: [String]
  /// Open cases with their holders; `nil` waits for one.
  public var cases: [OperatorCaseLine]

  public init(onDuty: [String], cases: [OperatorCaseLine]) {
    self.onDuty = onDuty
    self.cases = cases
  }
}

public struct OperatorCaseLine: Hashable, Sendable {
  public var reference: String
  public var holder: String?

  public init(reference: String, holder: String?) {
    self.reference = reference
    self.holder = holder
  }
}

/// What is read aloud to 112: the one text that holds personal data.
public struct OperatorCard: Hashable, Sendable {
  public var reference: String
  public var kind: CaseKind
  public var name: String?
  public var number: PhoneNumber?
  public var unit: String?
  public var end: Instant?
  public var attempts: Int
  public var signOfLifeAt: Instant?
  /// The person's own words; cut last of all, and only where three parts do not hold them.
  public var note: String

  public init(
    reference: String, kind: CaseKind, name: String?, number: PhoneNumber?, unit: String?,
    end: Instant?, attempts: Int, signOfLifeAt: Instant?, note: String
  ) {
    self.reference = reference
    self.kind = kind
    self.name = name
    self.number = number
    self.unit = unit
    self.end = end
    self.attempts = attempts
    self.signOfLifeAt = signOfLifeAt
    self.note = note
  }
}

/// Puts what may be long into three parts.
enum OperatorPages {
  static let mostParts = 3

  static func fits(_ text: String) -> Bool {
    SMSText.count(SMSText.normalised(text)).parts <= mostParts
  }

  /// As many lines as there is room for; `rest` says how many are left out.
  static func list(_ lines: [String], rest: (Int) -> String) -> String {
    var shown = lines.count
    while shown > 0 {
      let left = lines.count - shown
      let tail = left == 0 ? [] : [rest(left)]
      let text = (lines.prefix(shown) + tail).joined(separator: "\n")
      if fits(text) { return text }
      shown -= 1
    }
    return rest(lines.count)
  }

  /// The head, and as much of the end as there is room for.
  static func card(_ head: String, _ end: String) -> String {
    guard !fits(head + end) else { return head + end }
    var kept = end
    while !kept.isEmpty, !fits(head + kept + "..") { kept.removeLast() }
    return head + kept + ".."
  }

  /// "L1, L2 och L3", at most four of them.
  static func listed(_ references: [String], _ and: String) -> String {
    let shown = references.prefix(4)
    guard shown.count > 1, let last = shown.last else { return shown.joined() }
    return "\(shown.dropLast().joined(separator: ", ")) \(and) \(last)"
  }
}
