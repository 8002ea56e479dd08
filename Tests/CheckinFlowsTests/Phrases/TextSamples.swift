import CheckinFlows
import Foundation
import Testing

/// Tuesday 24 November 2026 in Stockholm, and one text of each sort.
enum TextSamples {
  /// 20.10
  static let now = Instant(milliseconds: 1_795_547_400_000)
  /// 20.05
  static let event = now.adding(minutes: -5)
  /// 21.30
  static let tonight = now.adding(minutes: 80)
  /// Wednesday 08.00
  static let tomorrow = now.adding(minutes: 710)

  static func stockholm() throws -> TimeZone {
    try #require(TimeZone(identifier: "Europe/Stockholm"))
  }

  static func number(_ e164: String) throws -> PhoneNumber {
    try #require(PhoneNumber(e164: e164))
  }

  static func settings() throws -> TextSettings {
    TextSettings(
      serviceName: "Trygghet VGR:", phoneNumber: try number("+46701740605"), zone: try stockholm())
  }

  static func toPersons(end: Instant) -> [PersonText] {
    [
      .started(end: end), .opened(end: end), .reminder(end: end, minutesLeft: 10), .due(end: end),
      .missed, .extended(end: end), .earlier(end: end), .extensionLimit(end: end),
      .nextLeg(end: end), .statusOn(end: end), .note(end: end), .ambiguous(end: end),
      .stopKept(end: end), .callMe(end: end), .okAgain(end: end), .wrongCode(end: end),
      .needCode(end: end), .outage(end: end), .closed(at: event), .closedLate(at: event),
      .byOperator(at: event), .help(at: event), .caseOpen, .extensionDuringCase, .statusOff,
      .unknown, .unknownDanger, .past(time: event), .tooSoon, .tooLong(hours: 24), .askTime,
      .askDay(time: end), .nothing, .callMeOff, .stranger, .paused, .optOutAsk, .test, .info,
      .welcome(code: "482"), .enrolled, .languageChanged,
    ]
  }

  static func toOperators(end: Instant) throws -> [PhraseKey: OperatorText] {
    var texts: [PhraseKey: OperatorText] = [
      .claimed: .claimed(reference: "L4821", since: event, minutes: 10),
      .alreadyTaken: .alreadyTaken(reference: "L4821", at: event, by: "Bo"),
    ]
    for kind in CaseKind.allCases {
      for facts in [page(kind), try fullPage(kind, end: end)] { texts[facts.key] = .page(facts) }
    }
    return texts
  }

  static func toInformed() -> [NoticeText] {
    [
      .inform(reference: "L4821", since: event, code: "482"),
      .standDown(reference: "L4821", at: event), .afterSafe(on: event, reference: "L4821"),
      .afterAlarm(on: event, reference: "L4821"),
    ]
  }

  static func page(_ kind: CaseKind) -> PageFacts {
    PageFacts(reference: "L4821", kind: kind, at: event, code: "482")
  }

  static func fullPage(_ kind: CaseKind, end: Instant) throws -> PageFacts {
    var facts = page(kind)
    facts.watchEnd = end
    facts.callbackNumber = try number("+46701740699")
    facts.fault = "46elks svarar inte"
    return facts
  }

  /// Every text as a person, an operator or an informed one reads it, by its key.
  static func rendered(_ book: Phrasebook, end: Instant) throws -> [String: String] {
    let settings = try settings()
    var texts: [String: String] = [:]
    for text in toPersons(end: end) {
      texts[text.key.rawValue] = book.text(text, now: now, settings: settings)
    }
    for (key, text) in try toOperators(end: end) {
      texts[key.rawValue] = book.text(text, now: now, settings: settings)
    }
    for text in toInformed() {
      texts[text.key.rawValue] = book.text(text, settings: settings)
    }
    return texts
  }
}
