import CheckinFlows
import GatewayEngine

struct WatchSummaryView: Encodable, Sendable {
  let ref: String
  let state: String
  let outcome: String?
  let endTime: String
  let person: String
  let activity: String
  let note: String
  /// The case that holds the watch.
  let `case`: String?

  init(_ watch: Watch, _ time: APITime) {
    ref = watch.id.reference
    state = watch.phase.name
    outcome = watch.phase.outcome?.rawValue
    endTime = time.text(watch.end)
    person = String(watch.person.rawValue)
    activity = watch.activity.rawValue
    note = watch.note
    `case` = watch.holdingCase?.id.reference
  }
}

/// A watch with everything that happened to it.
struct WatchView: Encodable, Sendable {
  let summary: WatchSummaryView
  let attempts: [AttemptView]
  let timeline: [TimelineView]
  let cases: [CaseSummaryView]

  init(_ watch: Watch, _ context: ViewContext) throws {
    summary = WatchSummaryView(watch, context.time)
    attempts = watch.attempts.map { AttemptView($0, context.time) }
    timeline = TimelineView.all(
      try context.reading.log(ofWatch: watch.id), context)
    cases = try context.reading.cases(
      .ofWatch(watch.id), of: watch.tenant, after: nil, limit: 200
    ).map { CaseSummaryView($0, context) }
  }

  func encode(to encoder: any Encoder) throws {
    try summary.encode(to: encoder)
    var container = encoder.container(keyedBy: Member.self)
    try container.encode(attempts, forKey: .attempts)
    try container.encode(timeline, forKey: .timeline)
    try container.encode(cases, forKey: .cases)
  }

  private enum Member: String, CodingKey {
    case attempts, timeline, cases
  }
}

/// The four facts of a contact attempt, kept apart: a time, or `null`.
struct AttemptView: Encodable, Sendable {
  let n: Int
  let channel: String
  let placed: Nullable<String>
  /// `unknown` where the provider does not tell.
  let rang: String
  let pickedUp: Nullable<String>
  let confirmed: Nullable<String>
  let ended: Nullable<String>
  let reason: String?

  init(_ attempt: ContactAttempt, _ time: APITime) {
    n = attempt.number
    channel = "call"
    placed = Nullable(time.text(attempt.placedAt))
    rang =
      switch attempt.rang {
      case .unknown: "unknown"
      case .at(let instant): time.text(instant)
      }
    pickedUp = Nullable(time.text(attempt.pickedUpAt))
    confirmed = Nullable(time.text(attempt.confirmedAt))
    ended = Nullable(time.text(attempt.endedAt))
    reason = attempt.notConfirmed?.rawValue
  }
}

extension WatchPhase {
  var outcome: WatchOutcome? {
    switch self {
    case .draft, .armed, .reminded, .overdue, .contacting, .awaitingOperator: nil
    case .closed(let outcome, _): outcome
    }
  }
}
