import CheckinFlows

import struct Foundation.TimeZone

/// What a call is likely to say next: the answers to its commonest keys, tried on copies.
struct LikelyWords {
  private static let inputs: [CallInput] = [
    .keys("1"), .keys("4"), .keys("9"), .keys("0"), .noInput,
  ]

  let prompts: [Prompt]

  init(_ dialogue: Dialogue, at now: Instant, zone: TimeZone, staffedNumber: PhoneNumber?) {
    prompts = Self.inputs.compactMap { input in
      var copy = dialogue
      switch copy.hear(input, turn: copy.turn, at: now, zone: zone) {
      case .say(let step):
        return step.prompt
      case .act(let deed):
        guard let result = Self.result(of: deed, staffedNumber) else { return nil }
        return copy.resume(with: result, at: now, zone: zone).prompt
      }
    }
  }

  /// `nil` where the answer holds a time that is not known yet.
  private static func result(of deed: CallDeed, _ staffedNumber: PhoneNumber?) -> DeedResult? {
    switch deed {
    case .allWell, .code: .thanked
    case .help: .alarmRaised(connect: staffedNumber)
    case .operatorWanted: staffedNumber.map(DeedResult.connect) ?? .operatorPaged
    case .operatorNotReached: .operatorPaged
    case .callBack: .callBackNoted
    case .noReply: .noted
    case .takePage, .takePageWithCode: .pageTaken
    case .passOnPage: .pagePassedOn
    case .extendFirst, .extendHour, .talk: nil
    }
  }
}
