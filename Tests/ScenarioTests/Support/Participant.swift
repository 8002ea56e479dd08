import CheckinFlows
import Foundation
import TestSupport

@testable import MockLine

/// Somebody with a telephone.
struct Participant: Sendable {
  let number: PhoneNumber
  let stage: Stage

  /// A call as the telephone saw it.
  struct SeenCall: Equatable, Sendable {
    let isFromUs: Bool
    let state: String
    let heard: [String]
    let pressed: String
  }

  // MARK: What they do

  /// Sends a text to the service; all that follows at once is done when this returns.
  func texts(_ words: String) async throws {
    stage.line.switchboard.apply { company, now in
      _ = company.receiveText(
        from: number.e164, to: Cast.ourNumber.e164, text: words, at: now)
    }
    try await stage.settle()
  }

  /// Rings the service and presses one entry at each prompt. The call takes its time: advance.
  func rings(pressing keys: String..., hangingUpAfter seconds: Double? = nil) async throws {
    stage.line.switchboard.apply { company, now in
      let id = company.receiveCall(
        from: number.e164, to: Cast.ourNumber.e164, keys: keys, keyAfterSeconds: 1, at: now)
      if let seconds {
        company.agenda.add(.hangUp(callID: id), at: now.addingTimeInterval(seconds))
      }
    }
    try await stage.settle()
  }

  /// Picks up each call after 2 s and presses one entry at each prompt.
  func answers(pressing keys: String...) { behave(.person) { $0.keys = keys } }
  func isBusy() { behave(.busy) }
  func letsItRing() { behave(.noAnswer) }
  func hasVoicemail() { behave(.voicemail) }
  func isSwitchedOff() { behave(.off) }
  func losesTexts() { behave(.noAnswer) { $0.texts = .failed } }
  func getsNoReports() { behave(.noAnswer) { $0.texts = .unreported } }

  private func behave(_ answer: Behaviour.Answer, _ change: (inout Behaviour) -> Void = { _ in }) {
    var behaviour = Behaviour()
    behaviour.answer = answer
    change(&behaviour)
    let chosen = behaviour
    stage.line.switchboard.apply { company, now in
      company.setBehaviour(chosen, of: number.e164, at: now)
    }
  }

  // MARK: What they noticed

  /// Texts from the service, oldest first.
  var hasRead: [String] {
    stage.line.switchboard.read { company in
      (company.phones[number.e164]?.textIDs ?? []).compactMap { company.texts[$0] }
        .filter { $0.direction != .incoming }.map(\.message)
    }
  }

  var lastText: String { hasRead.last ?? "" }

  var calls: [SeenCall] {
    stage.line.switchboard.read { company in
      (company.phones[number.e164]?.callIDs ?? []).compactMap { company.calls[$0] }.map {
        SeenCall(
          isFromUs: !$0.isIncoming, state: PhoneView.state(of: $0), heard: $0.heard,
          pressed: $0.pressed)
      }
    }
  }

  /// Calls that this telephone got.
  var callsGot: [SeenCall] { calls.filter(\.isFromUs) }
  /// All words of the latest call.
  var heard: String { calls.last?.heard.joined(separator: " / ") ?? "" }

  /// The three digits of the latest page.
  var pageCode: String {
    hasRead.reversed().lazy.compactMap { text -> String? in
      guard let range = text.firstRange(of: "Svara ") else { return nil }
      let code = text[range.upperBound...].prefix(3)
      return code.count == 3 && code.allSatisfy(\.isNumber) ? String(code) : nil
    }.first ?? "no page"
  }
}
