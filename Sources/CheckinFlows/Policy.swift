/// The tenant's times and limits. Immutable once stored: a change makes a new version, and a live
/// watch keeps the version it began under.
public struct Policy: Hashable, Codable, Sendable {
  // The watch
  /// Reminder before the end, 0–3600 s; 0 means none.
  public var reminderSeconds = 600
  /// Grace after the end, 0–1800 s.
  public var graceSeconds = 0
  /// Contact attempts (text and call), 2–5.
  public var attempts = 2
  /// From one attempt's start to the next one's, 60–600 s.
  public var attemptGapSeconds = 180
  /// How long the person's phone rings, 15–45 s.
  public var ringSeconds = 25
  /// How long a call may last beside its ring time, 60–180 s.
  public var answerLimitSeconds = 90
  /// Shortest and longest watch that a text may start.
  public var shortestSeconds = 300
  public var longestSeconds = 24 * 3600
  /// What `+` without a number gives.
  public var extendDefaultMinutes = 30
  /// Longest single extension, and all together beyond the first end, by text.
  public var extendLongestMinutes = 180
  public var extendTotalMinutes = 360
  public var requireCode = CodeRequirement.ifSet
  /// The wrong code that opens a case.
  public var wrongCodes = 3

  // The page
  /// To the next rung, 30–300 s.
  public var nextRungSeconds = 90
  /// Everybody paged so far is rung again, and texted again, this often while nobody has claimed.
  public var ringAgainSeconds = 90
  public var textAgainSeconds = 300
  /// A claim runs out without an action, 120–900 s.
  public var claimSeconds = 300
  /// From opening until every operator and the outside path are called.
  public var everybodySeconds = 300
  /// How long an operator's phone rings, 20–45 s.
  public var operatorRingSeconds = 30

  public init() {}
}

/// When a closing message needs the person's code.
public enum CodeRequirement: String, Codable, CaseIterable, Sendable {
  case never
  case ifSet = "if-set"
  case always
}
