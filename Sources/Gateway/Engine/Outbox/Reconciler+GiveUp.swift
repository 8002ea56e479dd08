import CheckinFlows

extension Reconciler {
  /// Asks the provider; a page is not looked up, since it is repeated whatever the answer.
  func lookUp(_ item: OutboxItem) async -> LookUpOutcome {
    guard !isRepeatedUnseen(item) else { return .absent }
    guard let provider = item.provider.flatMap(pool.named), let to = item.to else {
      return .unavailable
    }
    let sentAt = item.sentAt ?? item.dueAt
    let taken = (try? await takenIDs(beside: item, to: to, since: sentAt)) ?? []
    return await provider.lookUp(
      UnknownItem(content: item.content, to: to, ref: item.ref, sentAt: sentAt, takenIDs: taken))
  }

  private func takenIDs(
    beside item: OutboxItem, to number: PhoneNumber, since sentAt: Instant
  ) async throws -> Set<String> {
    let since = sentAt.adding(seconds: -3600)
    let others = try await store.read {
      try $0.recentTexts(to: number, since: since, limit: Self.mostAtOnce)
    }
    return Set(others.filter { $0.id != item.id }.compactMap(\.providerID))
  }

  /// The look-up came to nothing: what silence would make worse goes out anew.
  func giveUp(
    _ item: OutboxItem, isSurelyAbsent: Bool, in transaction: any StoreTransaction, at now: Instant
  ) throws {
    var item = item
    item.state = .lost
    try transaction.save(item)
    if case .call = item.content, isSurelyAbsent, !isRepeatedUnseen(item) {
      try flows.callWasNeverPlaced(item, in: transaction, at: now)
    }
    guard try shallRepeat(item, isSurelyAbsent: isSurelyAbsent, in: transaction, at: now) else {
      if !isSurelyAbsent {
        try flows.note(.failed(.notPlaced), of: item.callPurpose, in: transaction, at: now)
      }
      return try flows.log("outbox.lost", of: item, in: transaction, at: now)
    }
    try flows.repeatAsPossibleDuplicate(item, in: transaction, at: now)
    metrics.count(.outboxPossibleDuplicates)
  }

  private func shallRepeat(
    _ item: OutboxItem, isSurelyAbsent: Bool, in transaction: any StoreTransaction, at now: Instant
  ) throws -> Bool {
    guard try repeats(before: item, in: transaction) < Self.mostRepeats,
      try flows.isStillWanted(item, in: transaction, at: now)
    else { return false }
    if isRepeatedUnseen(item) { return true }
    return isText(item) && (isSurelyAbsent || item.lane == .lifeSafety)
  }

  /// How many items this one already stands in for.
  private func repeats(
    before item: OutboxItem, in transaction: any StoreTransaction
  ) throws -> Int {
    var count = 0
    var item = item
    while let earlier = item.possibleDuplicateOf, count < Self.mostRepeats {
      count += 1
      guard let original = try transaction.item(earlier) else { break }
      item = original
    }
    return count
  }

  private func isText(_ item: OutboxItem) -> Bool {
    if case .text = item.content { true } else { false }
  }

  /// Pages and the outside path: doubles are harmless, silence is not. A page that was itself a
  /// repeat is left to the ladder, which rings again by its own clock.
  private func isRepeatedUnseen(_ item: OutboxItem) -> Bool {
    guard item.possibleDuplicateOf == nil else { return false }
    switch item.purpose {
    case .page, .outside: return true
    case .watchText, .checkCall, .reply, .operatorReply, .bridge, .notice: return false
    }
  }
}
