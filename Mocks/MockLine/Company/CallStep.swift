import Foundation

/// Something the company does with an answered call, in words that every provider's dialect
/// can be translated into.
enum CallStep: Sendable, Equatable {
  case play(audio: String, isSkippable: Bool)
  case collect(Collection)
  case connect(number: String, timeoutSeconds: Double)
  case record(limitSeconds: Double)
  case hangUp(HangUpSignal)

  /// A prompt that asks for keys.
  struct Collection: Sendable, Equatable {
    var audio: String
    var digits: Int
    var timeoutSeconds: Double
    /// How many more times the prompt is played while nothing is pressed.
    var repeats: Int
    /// Keys that end the prompt by themselves.
    var branchKeys: Set<Character> = []
  }
}

/// How a call is ended by the company; before the answer the caller's phone can tell them apart.
enum HangUpSignal: String, Sendable {
  case normal, busy, reject, notFound
}

/// What came of a step.
enum StepOutcome: Sendable, Equatable {
  case played
  case skipped
  case audioMissing
  case keys(String)
  case branch(Character)
  case noInput
  case connected(LegResult)
  case recorded(seconds: Int)
}

/// How an attempt to reach a phone ended.
enum LegResult: String, Sendable {
  case success, failed, busy
}

/// What a provider's script wants next.
enum ScriptMove: Sendable {
  case perform(CallStep)
  case ask(url: String, fields: FormFields)
  case hangUp
}

/// What a script makes of a webhook answer, and which rules the answer broke.
struct ScriptReading: Sendable {
  var move: ScriptMove
  var breaches: [Breach] = []
}

/// The facts of a call that a script may use.
struct CallFacts: Sendable {
  let id: String
  let isIncoming: Bool
  let from: String
  let to: String
}

/// One call's conversation with the gateway, in one provider's dialect.
protocol CallScript: Sendable {
  /// The call was answered (or, from a phone, has come in).
  mutating func begin(_ call: CallFacts) -> ScriptMove
  mutating func finished(_ outcome: StepOutcome, _ call: CallFacts) -> ScriptMove
  mutating func received(_ answer: WebhookAnswer, _ call: CallFacts) -> ScriptReading
  /// The event that tells of a finished recording, when somebody wants it.
  func recordingReport(
    of call: Call, seconds: Int, at now: Date
  ) -> (url: String, fields: FormFields)?
  /// The event that tells the end of the call, when somebody wants it.
  func ending(of call: Call) -> (url: String, fields: FormFields)?
}
