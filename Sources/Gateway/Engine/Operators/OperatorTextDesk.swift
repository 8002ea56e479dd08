package import CheckinFlows

/// Operators' work by text: everything that they can do in the console they can do so.
///
/// One text is one step of the transaction that stores it, and so happens exactly once. Whatever
/// was an order is answered to the operator's registered number, in the operator's language.
package struct OperatorTextDesk: OperatorDesk {
  let actions: ServiceActions
  let zone: TenantZone
  /// Whether this tenant lets the handover card, with the person's name, out by text.
  let sendsCards: Bool

  package init(_ core: EngineCore, sendsCards: Bool) {
    actions = ServiceActions(flows: core.flows, codes: core.codes, tenant: core.tenant)
    zone = core.zone
    self.sendsCards = sendsCards
  }

  package func receive(
    _ text: InboundText, from row: OperatorRow, in transaction: any StoreTransaction,
    at now: Instant
  ) throws -> Bool {
    guard row.tenant == actions.tenant, let number = row.number else { return false }
    let session = OperatorSession(
      desk: self, row: row, number: number, transaction: transaction, now: now)
    let words = String(text.text.prefix(InboundText.longestCharacters))
    guard let reading = try session.read(words) else { return false }
    try session.answer(reading)
    return true
  }
}
