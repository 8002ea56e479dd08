package import CheckinFlows
import Foundation

/// One text to be read by hand or by a harness, with everything that decides its meaning.
package struct ParseRequest: Sendable {
  package var text: String
  package var now: Instant
  /// A live watch with this end time.
  package var watchEnd: Instant?
  package var askedAllWell = false
  package var pin: String?
  package var duressPin: String?

  package init(text: String, now: Instant) {
    self.text = text
    self.now = now
  }

  /// How the grammar reads it in Swedish time.
  package func reading() -> Reading {
    var context = ReadingContext(now: now, watchEnd: watchEnd, askedAllWell: askedAllWell)
    context.acceptsAnyEnrolmentCode = true
    context.checkCode = codeCheck()
    return SMSGrammar.read(text, in: context)
  }

  private func codeCheck() -> (@Sendable (String) -> CodeVerdict)? {
    guard pin != nil || duressPin != nil else { return nil }
    return { [pin, duressPin] digits in
      if digits == duressPin { return .duress }
      return digits == pin ? .right : .wrong
    }
  }
}

extension ParseRequest: Decodable {
  private enum CodingKeys: String, CodingKey {
    case text, now, until, askedAllWell, pin, duressPin, language
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    text = try fields.decode(String.self, forKey: .text)
    now = try ParseRequest.instant(fields.decode(String.self, forKey: .now), .now, fields)
    if let until = try fields.decodeIfPresent(String.self, forKey: .until) {
      watchEnd = try ParseRequest.instant(until, .until, fields)
    }
    askedAllWell = try fields.decodeIfPresent(Bool.self, forKey: .askedAllWell) ?? false
    pin = try fields.decodeIfPresent(String.self, forKey: .pin)
    duressPin = try fields.decodeIfPresent(String.self, forKey: .duressPin)
    // Names the person's language only; read so that a wrong one is told.
    _ = try fields.decodeIfPresent(Language.self, forKey: .language)
  }

  private static func instant(
    _ text: String, _ key: CodingKeys, _ fields: KeyedDecodingContainer<CodingKeys>
  ) throws -> Instant {
    guard let instant = Instant(iso8601: text) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: fields, debugDescription: "not ISO 8601 with an offset or Z")
    }
    return instant
  }
}
