package import CheckinFlows

/// A telephone company, in our words. Nothing of its dialect passes this wall.
package protocol TelephonyProvider: Sendable {
  /// The name in the configuration; stored with every item and event.
  var name: String { get }
  /// Our own number there; sender of texts and calls.
  var number: PhoneNumber { get }
  var capabilities: ProviderCapabilities { get }

  /// Posts once. Never repeats by itself what may have arrived.
  func send(_ text: OutgoingText) async -> SendOutcome
  func place(_ call: OutgoingCall) async -> SendOutcome

  /// Looks for a text or call with unknown outcome. `.absent` only when the provider was asked and
  /// surely has no such item since `sentAt` (less a minute of clock skew).
  func lookUp(_ item: UnknownItem) async -> LookUpOutcome
  /// Inbound texts that the provider holds since a time, oldest first, for those that a webhook
  /// never brought. Throws `ProviderFailure`.
  func inboundTexts(since: Instant) async throws -> [InboundEvent]
  func account() async throws -> AccountState
  /// Sets our webhook addresses on our number there; returns what had to change.
  func configureNumber() async throws -> [String]

  /// Pure: reads a webhook. Authenticity is checked over the raw request.
  func decode(_ request: WebhookRequest) -> WebhookDecoding
  /// Pure: says a step in the provider's dialect. `ref` and `turn` go into the next address.
  func render(_ step: RenderedStep, ref: CallRef, turn: Int) -> WebhookAnswer
}

package struct ProviderCapabilities: Hashable, Sendable {
  /// Tells when the phone rings.
  package var reportsRinging: Bool
  /// Repeats event webhooks that were not answered 2xx.
  package var repeatsWebhooks: Bool

  package init(reportsRinging: Bool, repeatsWebhooks: Bool) {
    self.reportsRinging = reportsRinging
    self.repeatsWebhooks = repeatsWebhooks
  }
}

package struct OutgoingText: Sendable {
  package let to: DialableNumber
  package let text: String
  package let ref: CallRef

  package init(to: DialableNumber, text: String, ref: CallRef) {
    self.to = to
    self.text = text
    self.ref = ref
  }
}

package struct OutgoingCall: Sendable {
  package let to: DialableNumber
  package let ref: CallRef
  package let ringSeconds: Int

  package init(to: DialableNumber, ref: CallRef, ringSeconds: Int) {
    self.to = to
    self.ref = ref
    self.ringSeconds = ringSeconds
  }
}

/// The three outcomes of a request. There is no fourth.
package enum SendOutcome: Hashable, Sendable {
  case accepted(providerID: String)
  /// Surely not taken.
  case refused(RefusalKind)
  /// Perhaps taken: time-out, broken connection, 5xx, an answer that makes no sense.
  case unknown
}

package enum RefusalKind: String, Codable, CaseIterable, Sendable {
  /// Surely not taken, and may be tried again: no connection, 429.
  case tryLater
  case noCredit
  case credentials
  /// Our own number or address is not accepted there.
  case configuration
  case invalidNumber
  case countryClosed
  /// The receiver has opted out of texts.
  case optedOut
  /// Our own rule forbids the number.
  case notDialable
  case other
}

package struct UnknownItem: Sendable {
  package let content: OutboundContent
  package let to: PhoneNumber
  package let ref: CallRef
  package let sentAt: Instant
  /// Provider ids that already belong to other items of ours.
  package let takenIDs: Set<String>

  package init(
    content: OutboundContent, to: PhoneNumber, ref: CallRef, sentAt: Instant,
    takenIDs: Set<String>
  ) {
    self.content = content
    self.to = to
    self.ref = ref
    self.sentAt = sentAt
    self.takenIDs = takenIDs
  }
}

package enum LookUpOutcome: Hashable, Sendable {
  case found(providerID: String)
  case absent
  /// The provider could not be asked.
  case unavailable
}

package struct AccountState: Hashable, Sendable {
  /// In 1/10000 of the account's currency unit; `nil` where it is not told.
  package var balance: Int?
  /// False when the account cannot pay for the next text.
  package var canSend: Bool

  package init(balance: Int?, canSend: Bool) {
    self.balance = balance
    self.canSend = canSend
  }
}

/// Why the provider could not be asked; holds no personal data.
package struct ProviderFailure: Error, Hashable, Sendable {
  package let reason: String
  package init(_ reason: String) { self.reason = reason }
}
