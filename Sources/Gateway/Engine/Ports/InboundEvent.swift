package import CheckinFlows

/// Something that a telephone company told us, in our words.
package enum InboundEvent: Hashable, Sendable {
  case text(InboundText)
  case delivery(InboundDelivery)
  case callTurn(InboundTurn)
  case callEnded(InboundCallEnd)
}

/// Who a text or call comes from.
package enum Sender: Hashable, Sendable {
  case number(PhoneNumber)
  /// A name, a short code, or anything else that cannot be answered. Redacted in logs.
  case other(String)
  case hidden
}

package struct InboundText: Hashable, Sendable {
  package var providerID: String
  package var from: Sender
  package var to: String
  /// As it came, at most `InboundText.longest` characters.
  package var text: String
  /// The provider's own time; principle 13 compares it with the watch.
  package var sentAt: Instant?

  package static let longestCharacters = 2_000

  package init(providerID: String, from: Sender, to: String, text: String, sentAt: Instant?) {
    self.providerID = providerID
    self.from = from
    self.to = to
    self.text = text
    self.sentAt = sentAt
  }
}

package struct InboundDelivery: Hashable, Codable, Sendable {
  package var ref: CallRef?
  package var providerID: String
  package var state: DeliveryState

  package init(ref: CallRef?, providerID: String, state: DeliveryState) {
    self.ref = ref
    self.providerID = providerID
    self.state = state
  }
}

/// A live call asks what to do next.
package struct InboundTurn: Hashable, Sendable {
  /// `nil` for the first request of an incoming call.
  package var ref: CallRef?
  package var providerID: String
  package var direction: CallDirection
  package var from: Sender
  /// The turn number of the address that was asked; 0 for the first request.
  package var turn: Int
  package var input: CallInput

  package init(
    ref: CallRef?, providerID: String, direction: CallDirection, from: Sender, turn: Int,
    input: CallInput
  ) {
    self.ref = ref
    self.providerID = providerID
    self.direction = direction
    self.from = from
    self.turn = turn
    self.input = input
  }
}

package struct InboundCallEnd: Hashable, Codable, Sendable {
  package enum Reason: String, Hashable, Codable, Sendable {
    /// Had been answered by somebody or something.
    case hadBeenAnswered
    case busy
    /// Rang out, was rejected, or failed: the provider does not tell which.
    case notAnswered
  }
  package var ref: CallRef?
  package var providerID: String
  package var reason: Reason

  package init(ref: CallRef?, providerID: String, reason: Reason) {
    self.ref = ref
    self.providerID = providerID
    self.reason = reason
  }
}

/// A webhook as it came over the wire: the raw form, so that a signature can be checked.
package struct WebhookRequest: Sendable {
  package var method: String
  /// Path and query, exactly as sent.
  package var target: String
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]
  /// The address of the connection itself.
  package var peer: String?

  package init(
    method: String, target: String, headers: [(name: String, value: String)], body: [UInt8],
    peer: String?
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
    self.peer = peer
  }
}

package enum WebhookDecoding: Sendable {
  case events([InboundEvent])
  case turn(InboundTurn)
  case rejected(WebhookRejection)
}

package enum WebhookRejection: String, Hashable, Sendable {
  /// Wrong or missing secret, signature or source address: 403, empty body.
  case notAuthentic
  /// Not a form, or without what it must have: 400.
  case malformed
  /// No such webhook: 404.
  case unknownPath
}

/// A step with its audio ready.
package enum RenderedStep: Hashable, Sendable {
  case ask(audio: AudioFile, digits: Int, secondsToAnswer: Int, plays: Int)
  case sayAndHangUp(audio: AudioFile)
  case sayAndGoOn(audio: AudioFile)
  case connect(PhoneNumber, ringSeconds: Int)
  case hangUp
}

package struct WebhookAnswer: Hashable, Sendable {
  package var status: Int
  package var contentType: String?
  package var body: [UInt8]

  package init(status: Int, contentType: String? = nil, body: [UInt8] = []) {
    self.status = status
    self.contentType = contentType
    self.body = body
  }

  /// What an event webhook gets: never a body, which 46elks would send on as a text.
  package static let noContent = WebhookAnswer(status: 204)
}
