import Foundation

/// A rule of the providers that the gateway can break.
enum Rule: String, Sendable, CaseIterable {
  case bodyOnSMSWebhook, relativeURL, tooSlow, wrongContentType, httpErrorToLiveCall
  case unusableAnswer, missingAudio, twoCallsForOneAttempt, rateTooHigh
  case emergencyNumberDialled, notOurNumber, textToLandline
}

/// A rule that was broken, before anybody noted when. The detail holds no personal data.
struct Breach: Sendable, Equatable {
  let rule: Rule
  let detail: String
}

struct Violation: Sendable {
  let rule: Rule
  let detail: String
  let at: Date

  var json: JSONValue {
    .object([
      ("rule", .string(rule.rawValue)), ("detail", .string(detail)),
      ("at", .string(WireTime.zoned(at))),
    ])
  }
}
