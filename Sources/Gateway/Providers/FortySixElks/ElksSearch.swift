import CheckinFlows
import GatewayEngine

/// Looks for one item of ours among 46elks' records. Pure.
struct ElksSearch {
  private let item: UnknownItem
  private let since: Instant
  private let number: PhoneNumber
  /// Nil for a call.
  private let message: String?

  /// Nil for what never goes to a telephone company.
  init?(item: UnknownItem, since: Instant, number: PhoneNumber) {
    switch item.content {
    case .text(let text): message = text
    case .call: message = nil
    case .command: return nil
    }
    self.item = item
    self.since = since
    self.number = number
  }

  var path: String { message == nil ? "/calls" : "/sms" }

  /// What the listing itself can be narrowed to: only texts have a filter.
  var filter: PhoneNumber? { message == nil ? nil : item.to }

  func outcome(among records: [ElksRecord], isWhole: Bool) -> LookUpOutcome {
    let candidates = records.filter(isCandidate)
    // The oldest that fits is the likeliest: the search begins when the item left.
    if let record = candidates.last(where: { $0.createdAt.map { $0 >= since } ?? false }) {
      return .found(providerID: record.id)
    }
    let isDecided = isWhole && candidates.allSatisfy(hasTime)
    return isDecided ? .absent : .unavailable
  }

  private func hasTime(_ record: ElksRecord) -> Bool { record.createdAt != nil }

  private func isCandidate(_ record: ElksRecord) -> Bool {
    record.isOutgoing && record.to == item.to.e164 && record.from == number.e164
      && ElksID.isValid(record.id) && !item.takenIDs.contains(record.id)
      && (record.message == nil || message == nil || record.message == message)
  }
}
