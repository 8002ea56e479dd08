import CheckinFlows

extension Intake {
  /// A delivery report. States only move forward: a late "handed over" after "delivered" changes
  /// nothing, and of two different ends the better one counts.
  func take(
    _ delivery: InboundDelivery, from provider: String, in transaction: any StoreTransaction,
    at now: Instant
  ) throws -> Taken {
    let item = try item(
      ref: delivery.ref, provider: provider, providerID: delivery.providerID, in: transaction)
    let row = InboundRow(
      provider: provider, key: InboundKey.key(of: delivery), receivedAt: now,
      parked: item == nil ? .delivery(delivery) : nil, isOrphan: item == nil)
    guard try transaction.insert(row) else { return .seenBefore }
    guard let item else { return .orphan }
    try apply(delivery, to: item, in: transaction, at: now)
    return .other
  }

  func apply(
    _ delivery: InboundDelivery, to item: OutboxItem, in transaction: any StoreTransaction,
    at now: Instant
  ) throws {
    // A report proves that the provider took the text, also before its own answer came.
    try flows.accept(item, providerID: delivery.providerID, in: transaction, at: now)
    try note(delivery.state, of: item.id, in: transaction, at: now)
  }

  func item(
    ref: CallRef?, provider: String, providerID: String, in transaction: any StoreTransaction
  ) throws -> OutboxItem? {
    if let ref, let item = try transaction.item(ref: ref) { return item }
    guard !providerID.isEmpty else { return nil }
    return try transaction.item(provider: provider, providerID: providerID)
  }

  private func note(
    _ state: DeliveryState, of id: OutboxID, in transaction: any StoreTransaction, at now: Instant
  ) throws {
    guard var item = try transaction.item(id) else { return }
    guard item.delivery.mayBecome(state) else {
      return try flows.log(
        "delivery.ignored", of: item, ["state": state.rawValue], in: transaction, at: now)
    }
    item.delivery = state
    try transaction.save(item)
    try flows.log("delivery.\(state.rawValue)", of: item, in: transaction, at: now)
    switch state {
    case .none, .handedOver: break
    case .delivered: try wasDelivered(item, in: transaction, at: now)
    case .undelivered: try flows.textWasLost(item, in: transaction, at: now)
    }
  }

  private func wasDelivered(
    _ item: OutboxItem, in transaction: any StoreTransaction, at now: Instant
  ) throws {
    if let sentAt = item.sentAt {
      let seconds = Double(max(0, now.milliseconds - sentAt.milliseconds)) / 1000
      metrics.observe(.smsDeliverySeconds, seconds: seconds)
    }
    guard case .page(_, let operatorID) = item.purpose,
      var row = try transaction.operator(operatorID)
    else { return }
    row.lastReachedAt = now
    try transaction.save(row)
  }
}

extension DeliveryState {
  /// Forward only, and "delivered" is better than "undelivered" when both are told.
  func mayBecome(_ next: DeliveryState) -> Bool {
    switch (self, next) {
    case (.none, .handedOver), (.none, .delivered), (.none, .undelivered): true
    case (.handedOver, .delivered), (.handedOver, .undelivered): true
    case (.undelivered, .delivered): true
    case (.none, .none), (.handedOver, .none), (.handedOver, .handedOver), (.delivered, _),
      (.undelivered, .none), (.undelivered, .handedOver), (.undelivered, .undelivered):
      false
    }
  }
}
