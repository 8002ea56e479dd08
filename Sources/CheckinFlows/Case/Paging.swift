/// Where the ladder of pages stands. Kept while a case is claimed, so that a claim that runs out
/// goes on from here.
public struct Paging: Hashable, Codable, Sendable {
  /// When the present silence began: at opening, release or run-out.
  public internal(set) var startedAt: Instant
  /// Highest rung that has been paged; `nil` before the first.
  public internal(set) var rung: Int?
  public internal(set) var lastRungAt: Instant?
  public internal(set) var paged: [PagedOperator] = []
  public internal(set) var everybodyPaged = false
  /// The outside path, and those who answer for the service; `nil` until their turn has come.
  public internal(set) var outside: PagedOthers?
  public internal(set) var authority: PagedOthers?
  /// A `fault` for "nobody on duty" was asked for in this silence.
  public internal(set) var isFaultReported = false

  init(startedAt: Instant) {
    self.startedAt = startedAt
  }
}

/// One operator who has been paged for this case.
public struct PagedOperator: Hashable, Codable, Sendable {
  public let id: OperatorID
  public internal(set) var calledAt: Instant
  public internal(set) var textedAt: Instant
  /// Passed the case on, or gave it back: left alone until everybody is paged.
  public internal(set) var hasPassedOn = false
  /// The latest call surely did not reach the telephone.
  public internal(set) var wasRefused = false
}

/// Numbers that are no operator's: when they were last rung and texted for this case.
public struct PagedOthers: Hashable, Codable, Sendable {
  public internal(set) var calledAt: Instant
  public internal(set) var textedAt: Instant
}

/// The operators of a tenant as the ladder sees them now.
public struct Ladder: Hashable, Sendable {
  public let operators: [LadderOperator]

  /// - Parameter operators: in any order.
  public init(_ operators: [LadderOperator]) {
    self.operators = operators.sorted { ($0.rung, $0.id) < ($1.rung, $1.id) }
  }

  /// On duty, and with a number to ring.
  var reachable: [LadderOperator] { operators.filter { $0.isOnDuty && $0.hasNumber } }
  var withNumber: [LadderOperator] { operators.filter(\.hasNumber) }

  /// The next rung that somebody stands on; empty rungs are not there at all.
  func rung(after rung: Int?) -> Int? {
    reachable.map(\.rung).first { $0 > (rung ?? Int.min) }
  }
}

public struct LadderOperator: Hashable, Sendable {
  public var id: OperatorID
  /// Lowest is paged first.
  public var rung: Int
  public var isOnDuty: Bool
  public var hasNumber: Bool

  public init(id: OperatorID, rung: Int, isOnDuty: Bool, hasNumber: Bool = true) {
    self.id = id
    self.rung = rung
    self.isOnDuty = isOnDuty
    self.hasNumber = hasNumber
  }
}
