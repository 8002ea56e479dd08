package import CheckinFlows
import Logging

/// Holds the live calls: hears a turn, does the deed, and says what comes next.
///
/// A deed and the dialogue that waits for its answer are one transaction; words are spoken only
/// after its durable commit, and sound is made outside it.
package struct TelephoneDesk: CallDesk {
  package struct Configuration: Sendable {
    /// For callers whom nobody knows.
    package var language: Language
    /// A number where somebody always answers in person. Callers are joined with no other.
    package var staffedNumber: PhoneNumber?

    package init(language: Language = .swedish, staffedNumber: PhoneNumber? = nil) {
      self.language = language
      self.staffedNumber = staffedNumber
    }
  }

  let core: EngineCore
  let configuration: Configuration
  let audio: any PromptAudio

  package init(_ core: EngineCore, _ configuration: Configuration, audio: any PromptAudio) {
    self.core = core
    self.configuration = configuration
    self.audio = audio
  }

  package func answer(_ turn: InboundTurn, from provider: String) async -> WebhookAnswer {
    guard let telephony = core.providers.named(provider) else {
      core.logger.error("call.unknown-provider")
      return .noContent
    }
    let now = core.clock.now()
    do {
      let answer = try await core.store.write { transaction in
        try take(turn, from: provider, in: transaction, at: now)
      }
      prepareAhead(after: answer, at: now)
      return await say(answer, through: telephony)
    } catch {
      return await say(await apology(for: turn, after: error), through: telephony)
    }
  }

  /// The number to join callers with, where it may be dialled.
  var dialableStaffedNumber: PhoneNumber? {
    configuration.staffedNumber.flatMap { core.flows.diallingRule.verdict(on: $0).dialable?.number }
  }
}

/// What a live call gets.
struct CallAnswer: Sendable {
  var step: VoiceStep
  var ref: CallRef
  /// The turn that the step opens; it stands in the next address.
  var nextTurn: Int
  /// As it was stored; `nil` where nobody knows the call.
  var dialogue: Dialogue?
}
