import Foundation
import GatewayEngine
import GatewayHTTP

/// What an answer of 46elks to `POST /sms` or `POST /calls` means. Decided by the status:
/// only an answer that is whole, a success and carries an id is an acceptance.
enum ElksAnswer {
  static func outcome(_ response: HTTPResponse) -> SendOutcome {
    switch response.status {
    case 200...299: accepted(response.body)
    case 400...499: .refused(ElksRefusal.kind(status: response.status, body: response.body))
    default: .unknown
    }
  }

  static func outcome(_ failure: TransferFailure) -> SendOutcome {
    switch failure {
    case .unknown: .unknown
    case .notSent(let reason): .refused(kind(reason))
    }
  }

  private struct Created: Decodable {
    let id: String?
    let status: String?
    let state: String?
  }

  private static func accepted(_ body: [UInt8]) -> SendOutcome {
    guard let created = try? JSONDecoder().decode(Created.self, from: Data(body)),
      let id = created.id, ElksID.isValid(id)
    else { return .unknown }
    // Taken and given up in the same breath: nobody will get it.
    if created.status == "failed" || created.state == "failed" { return .refused(.other) }
    return .accepted(providerID: id)
  }

  private static func kind(_ reason: NotSentReason) -> RefusalKind {
    switch reason {
    case .invalidAddress, .plainHTTPRefused, .invalidRequest: .configuration
    // A certificate that is refused now may be renewed in a minute, and trying doubles nothing.
    case .nameLookupFailed, .connectionFailed, .certificateRefused, .encryptionFailed,
      .connectTimedOut, .overloaded, .waitedTooLong, .cancelled, .closed, .other:
      .tryLater
    }
  }
}

/// Ids are opaque, but they go into addresses and logs.
enum ElksID {
  private static let longest = 64

  static func isValid(_ id: some StringProtocol) -> Bool {
    (1...longest).contains(id.utf8.count)
      && id.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      }
  }
}
