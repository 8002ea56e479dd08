package import CheckinFlows
import GatewayEngine

/// Watches and cases as a terminal shows them, times in the tenant's zone.
package struct WatchText: Sendable {
  private let zone: TenantZone

  package init(zone: TenantZone) {
    self.zone = zone
  }

  package func table(_ watches: [WatchFacts]) -> String {
    TextTable.text(
      ["REF", "STATE", "END", "PERSON", "NAME", "UNIT", "CASE"],
      watches.map { facts in
        let watch = facts.watch
        return [
          watch.id.reference, state(watch), time(watch.end), "\(watch.person.rawValue)",
          facts.person?.name ?? "", facts.person?.unit ?? "",
          watch.holdingCase?.id.reference ?? "",
        ]
      })
  }

  package func cases(_ cases: [Case]) -> String {
    TextTable.text(
      ["REF", "KIND", "STATE", "PRIORITY", "OPENED", "WATCH", "RESPONSIBLE"],
      cases.map {
        [
          $0.id.reference, $0.faultName ?? $0.kind.rawValue, $0.phase.name, "\($0.priority)",
          time($0.openedAt), $0.watch?.reference ?? "", responsible($0.responsibility),
        ]
      })
  }

  package func whole(_ facts: WatchFacts) -> String {
    let watch = facts.watch
    var lines = [
      "\(watch.id.reference)  \(state(watch))",
      "Person   \(facts.person?.name ?? ""), \(facts.person?.unit ?? "no unit")",
      "Number   \(watch.number.national)",
      "Ends     \(time(watch.end))",
      "Activity \(watch.activity.rawValue): \(watch.note)",
    ]
    lines += watch.attempts.map(attempt)
    if !facts.cases.isEmpty { lines += ["", cases(facts.cases)] }
    lines += [""] + facts.timeline.map(entry)
    return lines.joined(separator: "\n")
  }

  package func time(_ instant: Instant) -> String {
    let clock = zone.wallClock(at: instant)
    let date = [clock.date.year, clock.date.month, clock.date.day].map(twoDigits)
    let time = [clock.hour, clock.minute, clock.second].map(twoDigits)
    return "\(date.joined(separator: "-")) \(time.joined(separator: ":"))"
  }

  private func state(_ watch: Watch) -> String {
    switch watch.phase {
    case .closed(let outcome, _): "closed \(outcome.rawValue)"
    case .contacting(let attempt): "contacting \(attempt)"
    case .draft, .armed, .reminded, .overdue, .awaitingOperator: watch.phase.name
    }
  }

  private func responsible(_ responsibility: Responsibility) -> String {
    switch responsibility {
    case .unclaimed: "nobody"
    case .claimed(.operator(let id), _, let until): "operator \(id.rawValue) until \(time(until))"
    case .claimed(.named(let name), _, let until): "\(name) until \(time(until))"
    }
  }

  /// The four facts of an attempt, apart.
  private func attempt(_ attempt: ContactAttempt) -> String {
    let rang =
      switch attempt.rang {
      case .unknown: "unknown"
      case .at(let instant): time(instant)
      }
    return "Attempt \(attempt.number): placed \(fact(attempt.placedAt)), rang \(rang), "
      + "picked up \(fact(attempt.pickedUpAt)), confirmed \(fact(attempt.confirmedAt))"
      + (attempt.notConfirmed.map { ", \($0.rawValue)" } ?? "")
  }

  private func fact(_ instant: Instant?) -> String {
    instant.map(time) ?? "no"
  }

  private func entry(_ stored: StoredLogEntry) -> String {
    let entry = stored.entry
    let facts = entry.payload.sorted { $0.key < $1.key }.map {
      "\($0.key) \(readable($0.value, of: $0.key))"
    }
    return ([time(entry.at), entry.kind] + [facts.joined(separator: ", ")])
      .joined(separator: "  ").trimmingWhitespace
  }

  /// Facts that are times stand in the log as milliseconds.
  private func readable(_ value: String, of fact: String) -> String {
    let times: Set = ["end", "from", "to", "wanted", "madeAt"]
    guard times.contains(fact), let milliseconds = Int64(value) else { return value }
    return time(Instant(milliseconds: milliseconds))
  }

  private func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
