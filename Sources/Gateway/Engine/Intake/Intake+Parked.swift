import CheckinFlows

/// Events that came about nothing of ours: the request's own answer may still be on its way, and
/// with it the name that the event goes by.
extension Intake {
  /// Longer than any request of ours, its look-ups included.
  static let patienceSeconds = 600
  static let mostParkedAtOnce = 500

  /// Tries all that wait once more, oldest first. Returns how many have found what they are about.
  func retryParked() async throws -> Int {
    let now = clock.now()
    let isAny = try await store.read { try !$0.parkedEvents(limit: 1).isEmpty }
    guard isAny else { return 0 }
    return try await store.write { transaction in
      var found = 0
      for row in try transaction.parkedEvents(limit: Self.mostParkedAtOnce) {
        if try retry(row, in: transaction, at: now) { found += 1 }
      }
      return found
    }
  }

  /// What is too old is an orphan for good.
  private func retry(
    _ row: InboundRow, in transaction: any StoreTransaction, at now: Instant
  ) throws -> Bool {
    guard let event = row.parked else { return false }
    var row = row
    let isFound = try apply(event, from: row.provider, in: transaction, at: now)
    let isTooOld = now >= row.receivedAt.adding(seconds: Self.patienceSeconds)
    guard isFound || isTooOld else { return false }
    row.parked = nil
    row.isOrphan = !isFound
    try transaction.save(row)
    return isFound
  }

  private func apply(
    _ event: ParkedEvent, from provider: String, in transaction: any StoreTransaction,
    at now: Instant
  ) throws -> Bool {
    switch event {
    case .delivery(let delivery):
      let item = try item(
        ref: delivery.ref, provider: provider, providerID: delivery.providerID, in: transaction)
      guard let item else { return false }
      try apply(delivery, to: item, in: transaction, at: now)
    case .callEnded(let end):
      guard let call = try call(end, from: provider, in: transaction) else { return false }
      try apply(end, to: call, in: transaction, at: now)
    }
    return true
  }
}
