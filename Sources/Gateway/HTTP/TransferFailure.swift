/// Why there is no answer, sorted by the one question that matters after a POST: can the server
/// have acted on it?
///
/// Its texts are fixed sentences: no address, no number and no word of the server is in them.
package enum TransferFailure: Error, Sendable, Hashable {
  /// Not one byte of the request left. To send it again can double nothing.
  case notSent(NotSentReason)
  /// The request left, or may have. To send it again may double it: look it up first.
  case unknown(UnknownReason)
}

package enum NotSentReason: Sendable, Hashable, CaseIterable {
  case invalidAddress, plainHTTPRefused, invalidRequest
  case nameLookupFailed, connectionFailed, certificateRefused, encryptionFailed
  /// The time was up before there was a connection to send on.
  case connectTimedOut
  /// More requests wait than `TransferLimits` allows.
  case overloaded
  /// The time was up while all allowed connections were busy.
  case waitedTooLong
  case cancelled, closed
  case other
}

package enum UnknownReason: Sendable, Hashable, CaseIterable {
  case timedOut
  /// The connection ended, or broke the protocol, before the whole answer had come.
  case cutOff
  case answerTooLarge
  case cancelled, closed
  case other
}

extension TransferFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notSent(let reason): "not sent: \(reason)"
    case .unknown(let reason): "outcome unknown: \(reason)"
    }
  }
}

extension NotSentReason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .invalidAddress: "the address is not an absolute http(s) address; check base-url"
    case .plainHTTPRefused:
      "plain http is only allowed to this machine itself; use https in base-url"
    case .invalidRequest: "a header or the credentials hold characters that are not allowed"
    case .nameLookupFailed: "the server's name could not be looked up; check base-url and DNS"
    case .connectionFailed: "no connection to the server; check the network and base-url"
    case .certificateRefused: "the server's certificate is not trusted; check the clock and CAs"
    case .encryptionFailed: "the encrypted connection could not be set up"
    case .connectTimedOut: "the server did not take the connection in time"
    case .overloaded: "too many requests are waiting"
    case .waitedTooLong: "no connection became free in time"
    case .cancelled: "the caller called it off"
    case .closed: "the client is shut down"
    case .other: "the transfer could not be started"
    }
  }
}

extension UnknownReason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .timedOut: "the answer did not come in time"
    case .cutOff: "the connection ended before the whole answer had come"
    case .answerTooLarge: "the answer is larger than allowed"
    case .cancelled: "the caller called it off after it had left"
    case .closed: "the client was shut down before the answer had come"
    case .other: "the transfer failed after it had left"
    }
  }
}
