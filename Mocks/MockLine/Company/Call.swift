import Foundation

/// One telephone call as the company sees it.
struct Call: Sendable {
  enum Direction: Sendable {
    /// A phone rings one of our numbers.
    case incoming
    /// The gateway had us ring a phone.
    case outgoing
    /// A second phone that is joined to a call.
    case leg(of: String)
  }

  enum Phase: Sendable, Equatable {
    case ringing
    case answered
    case ended(Ending)
  }

  enum Ending: String, Sendable {
    case completed, noAnswer, busy, rejected, failed
  }

  /// What the answered call is doing.
  enum Activity: Sendable, Equatable {
    case idle
    case asking
    case fetching
    case playing(since: Date, until: Date)
    case awaitingKeys
    case connecting(legID: String)
    case talking(with: String)
    case recording(since: Date)
  }

  let id: String
  let provider: Provider
  let direction: Direction
  let from: String
  let to: String
  let created: Date
  let ringSeconds: Double
  var script: (any CallScript)?

  var phase = Phase.ringing
  var activity = Activity.idle
  var answeredAt: Date?
  var endedAt: Date?
  /// Counts steps and questions; what belongs to an earlier turn is out of date.
  var turn = 0
  var step: CallStep?
  /// Which playing of the prompt this is, from 0.
  var round = 0
  var typed = ""
  var keystrokes = 0
  var audio: Recording?

  var heard: [String] = []
  var pressed = ""
  /// What the phone presses by itself, one entry for each playing of a prompt that asks.
  var keyPlan: [String] = []
  var keyPlanUsed = 0
  var keyAfterSeconds = 1.0
  var legs: [String] = []
  /// The gateway could not learn that the call was accepted, so placing it anew is no mistake.
  var isAcceptanceUnknown = false

  /// The person's end.
  var phone: String {
    switch direction {
    case .incoming: from
    case .outgoing, .leg: to
    }
  }

  var peer: String {
    switch direction {
    case .incoming: to
    case .outgoing, .leg: from
    }
  }

  var isIncoming: Bool {
    switch direction {
    case .incoming: true
    case .outgoing, .leg: false
    }
  }

  var isLeg: Bool {
    switch direction {
    case .leg: true
    case .incoming, .outgoing: false
    }
  }

  var isLive: Bool {
    switch phase {
    case .ringing, .answered: true
    case .ended: false
    }
  }

  var facts: CallFacts { CallFacts(id: id, isIncoming: isIncoming, from: from, to: to) }

  /// Seconds from answer to end, whole ones begun.
  var durationSeconds: Int? {
    guard let answeredAt, let endedAt else { return nil }
    return Int(endedAt.timeIntervalSince(answeredAt).rounded(.up))
  }
}
