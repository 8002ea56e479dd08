/// Every text that an operator can get. Pages name the kind of case, never the person.
public enum OperatorText: Hashable, Codable, Sendable {
  /// The page for a case; the sentence differs by kind, so that an operator knows from the text
  /// alone whether he may ring.
  case page(PageFacts)
  /// The claim is the operator's, until it runs out.
  case claimed(reference: String, since: Instant, minutes: Int)
  case alreadyTaken(reference: String, at: Instant, by: String)
  /// An answer to one of the operator's own commands, already in words.
  case answer(String)
}

/// What a page says of a case.
public struct PageFacts: Hashable, Codable, Sendable {
  public var reference: String
  public var kind: CaseKind
  /// When it happened: the end time that passed, or when the message came.
  public var at: Instant
  /// Three digits; texting them claims the case.
  public var code: String
  /// The live watch's end, for the kinds that run beside a watch.
  public var watchEnd: Instant?
  /// The number to ring back, for `callback`.
  public var callbackNumber: PhoneNumber?
  /// What is broken, for `fault`, in the operator's language.
  public var fault: String?

  public init(
    reference: String, kind: CaseKind, at: Instant, code: String, watchEnd: Instant? = nil,
    callbackNumber: PhoneNumber? = nil, fault: String? = nil
  ) {
    self.reference = reference
    self.kind = kind
    self.at = at
    self.code = code
    self.watchEnd = watchEnd
    self.callbackNumber = callbackNumber
    self.fault = fault
  }
}
