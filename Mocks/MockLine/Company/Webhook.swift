import Foundation

/// A request from the telephone company to the gateway.
struct Webhook: Sendable {
  /// What it is about, so that the answer finds its way back.
  enum Purpose: Sendable, Equatable {
    case incomingText(id: String)
    case deliveryReport(id: String)
    case callEnded(id: String)
    case recording(callID: String)
    /// A live call waits for the answer.
    case liveCall(id: String, turn: Int)

    var isLive: Bool {
      switch self {
      case .liveCall: true
      case .incomingText, .deliveryReport, .callEnded, .recording: false
      }
    }
  }

  let provider: Provider
  var url: String
  var fields: FormFields
  let purpose: Purpose
  var attempt = 0
  /// A copy, or one with a wrong secret: its answer changes nothing.
  var isForShow = false

  /// The text or call that an event is about; a live call's questions have their own order.
  var subject: String? {
    guard !isForShow else { return nil }
    switch purpose {
    case .incomingText(let id), .deliveryReport(let id), .callEnded(let id): return id
    case .recording(let callID): return callID
    case .liveCall: return nil
    }
  }

  var path: String {
    guard let scheme = url.range(of: "://") else { return url }
    let rest = url[scheme.upperBound...]
    guard let slash = rest.firstIndex(of: "/") else { return "/" }
    return String(rest[slash...].prefix { $0 != "?" })
  }
}

/// What the gateway answered.
enum WebhookAnswer: Sendable {
  case response(status: Int, contentType: String?, body: String)
  /// No answer at all.
  case unreachable(reason: String)

  var isAccepted: Bool {
    switch self {
    case .response(let status, _, _): (200...204).contains(status)
    case .unreachable: false
    }
  }
}

/// What the pure company wants the outside to do.
enum Effect: Sendable {
  case post(Webhook)
  case fetch(url: String)
}

/// What is to happen at a given time.
enum Occasion: Sendable {
  case deliver(textID: String)
  case expire(textID: String)
  case reply(from: String, to: String, text: String)
  case send(Webhook, skippingFaults: Bool)
  case releaseHeld
  case reaction(callID: String)
  case ringOut(callID: String)
  case promptEnded(callID: String, turn: Int, round: Int)
  case inputTimedOut(callID: String, turn: Int, keystrokes: Int)
  case press(callID: String, turn: Int, key: Character)
  case hangUp(callID: String)
  case recordingEnded(callID: String, turn: Int)
}

/// A number that belongs to the gateway.
struct OwnNumber: Sendable {
  let id: String
  let number: String
  let provider: Provider
  /// Settings by their wire name: `sms_url`, `voice_start` and so on.
  var settings: [String: String] = [:]
}
