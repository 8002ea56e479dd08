import CheckinFlows

/// One of the two lists of those who must be told, each until they have confirmed.
struct InformListView: Encodable, Sendable {
  struct Recipient: Encodable, Sendable {
    let id: Int64
    let tried: Nullable<String>
    let confirmed: Nullable<String>
  }

  let list: String
  let rule: String
  /// Also true of an empty list and of one that was given up.
  let finished: Bool
  let waivedReason: String?
  let recipients: [Recipient]

  init(_ name: InformListName, _ list: InformList, _ time: APITime) {
    self.list = name.rawValue
    rule = list.rule.rawValue
    finished = list.isFinished
    waivedReason = list.waivedReason
    recipients = list.recipients.map {
      Recipient(
        id: $0.id, tried: Nullable(time.text($0.triedAt)),
        confirmed: Nullable(time.text($0.confirmedAt)))
    }
  }
}
