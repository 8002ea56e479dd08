import CheckinFlows
import GatewayEngine
import GatewayHTTP
import GatewayStore
import TestSupport

/// What database and telephone company tell of an evening when all is over.
struct Evidence: Sendable {
  struct OfWatch: Sendable {
    /// Steps that the log tells too early, too late or not at all.
    let stepsOutOfOrder: [String]
    let attempts: Int
    /// Check calls that the telephone got.
    let calls: Int
    /// Texts that came more than once, word for word.
    let repeatedTexts: Int
  }

  let firstBrokenLogEntry: Int64?
  let leftSending: Int
  let possibleDuplicates: Int
  let watches: [OfWatch]
  let doubledCalls: Int
  let otherViolations: [String]

  static func gathered(at place: Installation) async throws -> Evidence {
    let path = place.folder.path(of: "gatewayd.db")
    let store = try SQLiteStore.open(path: path, clock: ManualClock())
    let log = try await store.read { try $0.log(after: 0, limit: 100_000) }.map(\.entry)
    let watches = try await store.read {
      try $0.watches(.all, of: .first, before: nil, limit: 100)
    }
    var ofWatches: [OfWatch] = []
    for watch in watches { ofWatches.append(await of(watch, log, at: place)) }
    let broken = try await store.read { try $0.firstBrokenLogEntry() }
    let sending = try await store.read { try $0.items(in: .sending, limit: 1000).count }
    await store.close()
    let violations = await violations(at: place)
    return Evidence(
      firstBrokenLogEntry: broken, leftSending: sending,
      possibleDuplicates: log.count { $0.kind == "outbox.possible-duplicate" },
      watches: ofWatches,
      doubledCalls: violations.count { $0 == "twoCallsForOneAttempt" },
      otherViolations: violations.filter { $0 != "twoCallsForOneAttempt" })
  }

  private static func of(
    _ watch: Watch, _ log: [LogEntry], at place: Installation
  ) async -> OfWatch {
    let kinds = log.filter { $0.watch == watch.id }.map(\.kind)
    let phone = await place.asksLine(.get, "/phones/\(watch.number.e164)") ?? [:]
    let calls = (phone["calls"] as? [[String: Any]] ?? []).count {
      $0["direction"] as? String == "in"
    }
    let texts = (phone["texts"] as? [[String: Any]] ?? [])
      .filter { $0["direction"] as? String == "in" }.compactMap { $0["text"] as? String }
      // Answers to what a person wrote may be alike; those of our own accord are not.
      .filter { $0.contains("Sluttid") || $0.contains("Som sagt") || $0.contains("Vi har ringt") }
    return OfWatch(
      stepsOutOfOrder: outOfOrder(watch, kinds), attempts: watch.attempts.count, calls: calls,
      repeatedTexts: texts.count - Set(texts).count)
  }

  /// Each step comes after the one before it, if the watch has come so far at all.
  private static func outOfOrder(_ watch: Watch, _ kinds: [String]) -> [String] {
    var expected = ["watch.armed"]
    if !watch.attempts.isEmpty { expected += ["watch.overdue", "watch.attempt-planned"] }
    if watch.attempts.count > 1 { expected.append("watch.attempt-planned") }
    if watch.holdingCase != nil { expected.append("watch.awaiting-operator") }
    var rest = kinds[...]
    var missing: [String] = []
    for step in expected {
      guard let index = rest.firstIndex(of: step) else {
        missing.append(step)
        continue
      }
      rest = rest[(index + 1)...]
    }
    return missing
  }

  private static func violations(at place: Installation) async -> [String] {
    let answer = await place.asksLine(.get, "/violations")?["violations"]
    return (answer as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String }
  }
}
