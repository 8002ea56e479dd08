import CheckinFlows
import GatewayEngine
import GatewayWeb

/// Log entries as the demo tells them: with names, because everybody in it is invented.
enum DemoTelling {
  static func line(_ stored: StoredLogEntry, _ reading: any StoreReading) -> DemoLine {
    let entry = stored.entry
    return DemoLine(
      sequence: stored.sequence, at: entry.at.milliseconds, kind: entry.kind,
      isDetail: isDetail(entry), reference: entry.case?.reference,
      words: DemoWords(
        sv: words(entry, reading, .swedish), en: words(entry, reading, .english)))
  }

  private static func words(
    _ entry: LogEntry, _ reading: any StoreReading, _ language: Language
  ) -> String {
    let times = TimeWords(language: language, zone: TenantZone.stockholm.timeZone)
    let now = entry.at
    return LogWords(
      language, person: person(entry, reading), time: { times.time($0, now: now) },
      operatorNames: operatorNames(in: entry, reading)
    ).sentence(entry.kind, entry.payload)
  }

  private static func person(_ entry: LogEntry, _ reading: any StoreReading) -> String? {
    entry.person.flatMap { try? reading.person($0) }?.name
  }

  private static func operatorNames(
    in entry: LogEntry, _ reading: any StoreReading
  ) -> [OperatorID: String] {
    let rows = (try? reading.operators(of: entry.tenant, includingDisabled: true)) ?? []
    return Dictionary(rows.map { ($0.id, $0.name) }) { first, _ in first }
  }

  /// The story is told by what people and the service do; how a message travels is behind the
  /// scenes.
  private static func isDetail(_ entry: LogEntry) -> Bool {
    if storyKinds.contains(entry.kind) { return false }
    let isStory = ["watch.", "case."].contains { entry.kind.hasPrefix($0) }
    return !isStory || quietKinds.contains(entry.kind)
  }

  private static let storyKinds: Set = ["text.received", "call.received", "call.key"]

  private static let quietKinds: Set = [
    "watch.attempt-placed", "watch.contact-held", "watch.contact-over", "watch.case-claimed",
    "watch.case-unclaimed", "watch.case-closed", "watch.case-beside", "watch.awaiting-operator",
    "watch.attempt-confirmed", "watch.nobody-told-afterwards", "case.claim-renewed", "case.acted",
    "case.words", "case.rung", "case.refused", "watch.refused",
  ]
}
