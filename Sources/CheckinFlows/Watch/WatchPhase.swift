/// The states of a watch, by the names that the interfaces show.
public enum WatchPhase: Hashable, Codable, Sendable {
  /// Written down by an operator, promised to nobody yet.
  case draft
  case armed
  case reminded
  /// The end has passed; the grace runs.
  case overdue
  /// The attempt of this round that runs or has just ended, counted from 1.
  case contacting(attempt: Int)
  case awaitingOperator
  case closed(WatchOutcome, at: Instant)

  /// The stable name, as in the interface for programs.
  public var name: String {
    switch self {
    case .draft: "draft"
    case .armed: "armed"
    case .reminded: "reminded"
    case .overdue: "overdue"
    case .contacting: "contacting"
    case .awaitingOperator: "awaitingOperator"
    case .closed: "closed"
    }
  }
}

public enum WatchOutcome: String, Codable, CaseIterable, Sendable {
  case safe
  case cancelled
  /// Only when the case that held the watch was closed.
  case handedOver
}

public enum Activity: String, Codable, CaseIterable, Sendable {
  case meeting
  case journey
  case otherDuty
}

/// What the watch has to know of the case that holds it.
public struct HoldingCase: Hashable, Codable, Sendable {
  public let id: CaseID
  public internal(set) var kind: CaseKind
  public internal(set) var isClaimed: Bool

  public init(id: CaseID, kind: CaseKind, isClaimed: Bool = false) {
    self.id = id
    self.kind = kind
    self.isClaimed = isClaimed
  }
}

/// An open case that leaves the watch as it is.
public struct BesideCase: Hashable, Codable, Sendable {
  public let id: CaseID
  public let kind: CaseKind
  public let priority: Int
}

/// What happens next if nobody does anything.
public enum NextStep: Hashable, Codable, Sendable {
  /// The watch is woken at this time.
  case at(Instant)
  /// The open case that holds the watch drives it on.
  case byCase(CaseID)
}
