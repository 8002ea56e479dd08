/// The parts of the policy that the grammar needs.
public struct ReadingLimits: Sendable {
  /// A start must lie at least this far ahead.
  public var shortestSeconds: Int
  /// A start may lie at most this far ahead.
  public var longestSeconds: Int
  /// What `2` and "blir sen" are worth.
  public var extendDefaultMinutes: Int

  public init(
    shortestSeconds: Int = 300, longestSeconds: Int = 86_400, extendDefaultMinutes: Int = 30
  ) {
    self.shortestSeconds = shortestSeconds
    self.longestSeconds = longestSeconds
    self.extendDefaultMinutes = extendDefaultMinutes
  }
}

/// Everything besides the text itself that decides what a person's text means.
public struct ReadingContext: Sendable {
  public var now: Instant
  public var zone: TenantZone
  /// The end time of the person's live watch; nil when there is none.
  public var watchEnd: Instant?
  /// Our last text, under 60 minutes old, asked whether all is well.
  public var askedAllWell: Bool
  /// Nil when the person has no codes. Asked for each digit group of 4–8 digits; compares both codes
  /// every time.
  public var checkCode: (@Sendable (String) -> CodeVerdict)?
  /// What the person was asked to answer at enrolment, `JA 482`; nil when nothing is outstanding.
  public var enrolmentCode: String?
  /// For trying the grammar by hand: `JA` and any three digits enrol.
  public var acceptsAnyEnrolmentCode = false
  /// Recent texts of ours, so that quotations of them can be set aside.
  public var recentTexts: [String]
  public var limits: ReadingLimits

  public init(
    now: Instant, zone: TenantZone = .stockholm, watchEnd: Instant? = nil,
    askedAllWell: Bool = false, checkCode: (@Sendable (String) -> CodeVerdict)? = nil,
    enrolmentCode: String? = nil, recentTexts: [String] = [], limits: ReadingLimits = .init()
  ) {
    self.now = now
    self.zone = zone
    self.watchEnd = watchEnd
    self.askedAllWell = askedAllWell
    self.checkCode = checkCode
    self.enrolmentCode = enrolmentCode
    self.recentTexts = recentTexts
    self.limits = limits
  }

  var isWatched: Bool { watchEnd != nil }
}
