import CheckinFlows
import GatewayEngine

/// One entry of a flow's timeline.
struct TimelineView: Encodable, Sendable {
  let at: String
  let kind: String
  let by: String?
  let text: String

  init(_ stored: StoredLogEntry, _ context: ViewContext) {
    let entry = stored.entry
    at = context.time.text(entry.at)
    kind = entry.kind
    by = context.name(of: entry.actor)
    text = Self.words(of: entry, context)
  }

  /// The kind in words, and the facts behind it; times in the tenant's zone.
  private static func words(of entry: LogEntry, _ context: ViewContext) -> String {
    let name = entry.kind.split(separator: ".").last.map(String.init) ?? entry.kind
    let sentence = name.replacing("-", with: " ")
    let facts = entry.payload.sorted { $0.key < $1.key }.map { key, value in
      "\(key) \(context.readable(value, of: key))"
    }
    return facts.isEmpty ? sentence : "\(sentence): \(facts.joined(separator: ", "))"
  }
}
