import CheckinFlows

/// How a case ends, or the person gets more time.
extension OperatorSession {
  /// Stand in the log as the operator's stated reasons.
  private static let reachedReason = "reached by telephone, told by text"
  private static let closedReason = "closed by text"

  /// Reached, and safe: the case ends, and so does its watch.
  func reachedSafe(_ id: CaseID?, code: String?) throws -> OperatorAnswer? {
    let isProven = try prove(code, for: .reachedSafe)
    let found = try theCase(id)
    try requireRight(to: found, isProven: isProven)
    try act(.work(.close(.safe, .phone, reason: Self.reachedReason), actor), on: found)
    if let watch = try liveWatch(of: found), watch.holdingCase == nil {
      try act(.close(.safe, reason: Self.reachedReason), on: watch.id, of: found)
    }
    return try closed(found, .safe)
  }

  /// Ends the case. A watch that goes on beside it is left alone.
  func close(_ id: CaseID?, _ outcome: CaseOutcome, _ how: EstablishedHow?, code: String?) throws
    -> OperatorAnswer?
  {
    let isProven = try prove(code, for: .close)
    let found = try theCase(id)
    try requireRight(to: found, isProven: isProven)
    try act(.work(.close(outcome, how, reason: Self.closedReason), actor), on: found)
    return try closed(found, outcome)
  }

  private func closed(_ found: Case, _ outcome: CaseOutcome) throws -> OperatorAnswer {
    .closed(found.id.reference, outcome, watchGoesOn: try liveWatch(of: found)?.end)
  }

  // MARK: More time

  /// Counts from the later of now and the end.
  func extend(_ id: CaseID?, minutes: Int, code: String?) throws -> OperatorAnswer? {
    let isProven = try prove(code, for: .extend)
    let found = try theCase(id)
    let start = max(now, try liveWatch(of: found)?.end ?? now)
    return try move(found, to: start.adding(minutes: minutes), isProven: isProven)
  }

  func setEnd(_ id: CaseID?, _ end: Instant, code: String?) throws -> OperatorAnswer? {
    let isProven = try prove(code, for: .extend)
    return try move(try theCase(id), to: end, isProven: isProven)
  }

  private func move(_ found: Case, to end: Instant, isProven: Bool) throws -> OperatorAnswer {
    try requireRight(to: found, isProven: isProven)
    guard !found.holdsWatch else {
      try act(.work(.extendWatch(end: end, reason: Self.reachedReason), actor), on: found)
      return .extended(found.id.reference, end: end)
    }
    guard let watch = try liveWatch(of: found) else {
      throw OperatorRefusal.refusedByCase(found.id.reference, .noWatchToExtend)
    }
    try act(.extend(end: end, reason: Self.reachedReason), on: watch.id, of: found)
    try act(.work(.act, actor), on: found)
    return .extendedBeside(found.id.reference, end: end)
  }

  private func liveWatch(of found: Case) throws -> Watch? {
    guard let id = found.watch, let watch = try transaction.watch(id)?.flow, watch.isLive else {
      return nil
    }
    return watch
  }
}
