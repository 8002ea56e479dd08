import CheckinFlows
import Foundation
import GatewayEngine

/// An answer to a live call, in 46elks' words.
struct ElksCallAction: Encodable {
  private var ivr: String?
  private var digits: Int?
  private var timeout: Int?
  private var `repeat`: Int?
  private var play: String?
  private var skippable: Bool?
  private var connect: String?
  private var callerid: String?
  private var hangup: String?
  private var next: String?
  private var whenhangup: String?

  /// What 46elks takes; with anything else it falls back to 10 s.
  private static let secondsToAnswerRange = 1...30

  init(
    _ step: RenderedStep, ref: CallRef, turn: Int, addresses: ElksAddresses, number: PhoneNumber
  ) {
    // In every answer: an incoming call has no other place that names it.
    whenhangup = addresses.ended(ref)
    switch step {
    case .ask(let audio, let digits, let seconds, let plays):
      ivr = addresses.audio(audio)
      self.digits = max(1, digits)
      timeout = seconds.clamped(to: Self.secondsToAnswerRange)
      // Counts the plays after the first.
      self.repeat = max(0, plays - 1)
      next = addresses.turn(turn, of: ref, asked: .keys)
    case .sayAndHangUp(let audio):
      play = addresses.audio(audio)
      skippable = false
    case .sayAndGoOn(let audio):
      play = addresses.audio(audio)
      skippable = false
      next = addresses.turn(turn, of: ref, asked: .prompt)
    case .connect(let other, let ringSeconds):
      connect = other.e164
      callerid = number.e164
      timeout = ringSeconds
      next = addresses.turn(turn, of: ref, asked: .connect)
    case .hangUp:
      // The only signal that also works after other actions.
      hangup = "reject"
    }
  }

  func answer() -> WebhookAnswer {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Texts and numbers always encode; an empty object ends the call as `hangup` does.
    let body = (try? encoder.encode(self)).map(Array.init) ?? Array("{}".utf8)
    return WebhookAnswer(status: 200, contentType: "application/json", body: body)
  }
}

extension Int {
  fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
