import CheckinFlows
import GatewayEngine

struct CaseSummaryView: Encodable, Sendable {
  let ref: String
  let kind: String
  let state: String
  let outcome: String?
  let priority: Int
  let watch: String?
  let person: String?
  let openedAt: String
  let claimedBy: String?
  let claimedAt: String?
  let claimEnds: String?
  /// What is broken, for `fault`.
  let fault: String?

  init(_ row: Case, _ context: ViewContext) {
    ref = row.id.reference
    kind = row.kind.rawValue
    state = row.phase.name
    outcome = row.phase.outcome?.rawValue
    priority = row.priority
    watch = row.watch?.reference
    person = row.person.map { String($0.rawValue) }
    openedAt = context.time.text(row.openedAt)
    let claim = row.responsibility.claim
    claimedBy = claim.map { context.name(of: $0.by) }
    claimedAt = context.time.text(claim?.since)
    claimEnds = context.time.text(claim?.until)
    fault = row.faultName
  }
}

struct CaseView: Encodable, Sendable {
  let summary: CaseSummaryView
  let police: PoliceView?
  /// When the police were told that the person is well.
  let stoodDownAt: String?
  /// Those who must be told, list by list.
  let informing: [InformListView]
  let timeline: [TimelineView]

  init(_ row: Case, _ context: ViewContext) throws {
    summary = CaseSummaryView(row, context)
    police = row.police.map { PoliceView($0, context) }
    stoodDownAt = context.time.text(row.standDown?.at)
    informing = InformListName.allCases.map {
      InformListView($0, row.informing[$0], context.time)
    }
    timeline = TimelineView.all(try context.reading.log(ofCase: row.id), context)
  }

  func encode(to encoder: any Encoder) throws {
    try summary.encode(to: encoder)
    var container = encoder.container(keyedBy: Member.self)
    try container.encodeIfPresent(police, forKey: .police)
    try container.encodeIfPresent(stoodDownAt, forKey: .stoodDownAt)
    try container.encode(informing, forKey: .informing)
    try container.encode(timeline, forKey: .timeline)
  }

  private enum Member: String, CodingKey {
    case police, stoodDownAt, informing, timeline
  }
}

struct PoliceView: Encodable, Sendable {
  let at: String
  /// `null` is the explicit "no reference given".
  let reference: Nullable<String>
  let by: String

  init(_ handover: PoliceHandover, _ context: ViewContext) {
    at = context.time.text(handover.at)
    reference =
      switch handover.reference {
      case .given(let text): Nullable(text)
      case .noneGiven: Nullable(nil)
      }
    by = context.name(of: handover.by)
  }
}

extension CasePhase {
  var outcome: CaseOutcome? {
    switch self {
    case .open, .policeAlerted, .informing: nil
    case .closed(let outcome, _, _): outcome
    }
  }
}

extension Responsibility {
  var claim: (by: Actor, since: Instant, until: Instant)? {
    switch self {
    case .unclaimed: nil
    case .claimed(let by, let since, let until): (by, since, until)
    }
  }
}
