import CheckinFlows
import GatewayEngine

/// One entry of a flow's timeline, in a sentence; times in the tenant's zone.
struct TimelineView: Encodable, Sendable {
  let at: String
  let kind: String
  let by: String?
  let text: String

  /// What has happened. Who has looked stands in the log alone: a program that asks every second
  /// would drown all else here.
  static func all(_ entries: [StoredLogEntry], _ context: ViewContext) -> [TimelineView] {
    entries.filter { !$0.entry.kind.hasSuffix(".looked") }.map { TimelineView($0, context) }
  }

  init(_ stored: StoredLogEntry, _ context: ViewContext) {
    let entry = stored.entry
    at = context.time.text(entry.at)
    kind = entry.kind
    by = context.name(of: entry.actor)
    text = LogWords(
      context.language, time: { [time = context.time] in time.text($0) },
      operatorNames: context.operatorNames(in: entry)
    ).sentence(entry.kind, entry.payload)
  }
}
