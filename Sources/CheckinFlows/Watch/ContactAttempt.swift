/// One try to reach the person: a text and a call. The four facts are kept apart.
public struct ContactAttempt: Hashable, Codable, Sendable {
  /// Counted from 1 over the whole life of the watch.
  public let number: Int
  /// When it was ordered; the gap and the time limit run from here.
  public let plannedAt: Instant
  /// Rung instead of the person's usual number, on an operator's order.
  public let otherNumber: PhoneNumber?
  /// The operator who ordered it; `nil` for the clock's own.
  public let orderedBy: Actor?
  public internal(set) var placedAt: Instant?
  public internal(set) var rang = Rang.unknown
  public internal(set) var pickedUpAt: Instant?
  public internal(set) var confirmedAt: Instant?
  public internal(set) var endedAt: Instant?
  public internal(set) var notConfirmed: NotConfirmedReason?

  init(
    number: Int, plannedAt: Instant, otherNumber: PhoneNumber? = nil, orderedBy: Actor? = nil
  ) {
    self.number = number
    self.plannedAt = plannedAt
    self.otherNumber = otherNumber
    self.orderedBy = orderedBy
  }

  /// Ended as far as the sequence is concerned.
  public var isOver: Bool { endedAt != nil }

  /// The state's name in the interface for programs.
  public var stateName: String {
    if confirmedAt != nil { return "confirmed" }
    if notConfirmed != nil { return "notConfirmed" }
    if pickedUpAt != nil { return "pickedUp" }
    if case .at = rang { return "rang" }
    return placedAt == nil ? "planned" : "placed"
  }
}

/// Whether the telephone rang. Never inferred from anything else.
public enum Rang: Hashable, Codable, Sendable {
  /// The provider does not tell, or has not told yet.
  case unknown
  case at(Instant)
}

/// Something that a provider told of an attempt's call.
public enum AttemptFact: Hashable, Codable, Sendable {
  /// The provider has taken the call.
  case placed
  case rang
  case pickedUp
  /// The call is over, or will never be. `.unknown` does not end it: it may be ringing now.
  case ended(NotConfirmedReason)
}

/// Why an attempt is not a sign of life.
public enum NotConfirmedReason: String, Codable, CaseIterable, Sendable {
  /// Rang out; also what a provider's plain "failed" is read as.
  case noAnswer
  case busy
  /// Picked up by somebody or something, and no key came.
  case noKey
  case hungUp
  case voicemail
  case wrongCode
  /// The provider surely did not take the call.
  case refused
  /// Nobody knows whether the call was placed.
  case unknown
  /// Its own time limit passed without an end being told.
  case timeLimit
  /// Not needed any more before it was placed.
  case withdrawn
}
