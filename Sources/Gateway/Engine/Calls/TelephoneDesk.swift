package import CheckinFlows
package import Logging

package import struct Foundation.TimeZone

/// Holds the live calls: hears a turn, does the deed, and says what comes next.
///
/// A deed and the dialogue that waits for its answer are one transaction; words are spoken only
/// after its durable commit, and sound is made outside it.
package struct TelephoneDesk: CallDesk {
  package struct Configuration: Sendable {
    /// Whose the calls of strangers are.
    package var tenant: TenantID
    /// Where the spoken times are.
    package var zone: TimeZone
    /// For callers whom nobody knows.
    package var language: Language
    /// A number where somebody always answers in person. Callers are joined with no other.
    package var staffedNumber: PhoneNumber?

    package init(
      tenant: TenantID, zone: TimeZone, language: Language = .swedish,
      staffedNumber: PhoneNumber? = nil
    ) {
      self.tenant = tenant
      self.zone = zone
      self.language = language
      self.staffedNumber = staffedNumber
    }
  }

  let configuration: Configuration
  let store: any Store
  let flows: FlowRunner
  let codes: CodeKeeper
  let audio: any PromptAudio
  let providers: ProviderPool
  let faults: FaultDesk
  let clock: any EngineClock
  let metrics: EngineMetrics
  let logger: Logger

  package init(
    _ configuration: Configuration, store: any Store, flows: FlowRunner, codes: CodeKeeper,
    audio: any PromptAudio, providers: ProviderPool, faults: FaultDesk, clock: any EngineClock,
    metrics: EngineMetrics, logger: Logger
  ) {
    self.configuration = configuration
    self.store = store
    self.flows = flows
    self.codes = codes
    self.audio = audio
    self.providers = providers
    self.faults = faults
    self.clock = clock
    self.metrics = metrics
    self.logger = logger
  }

  package func answer(_ turn: InboundTurn, from provider: String) async -> WebhookAnswer {
    guard let telephony = providers.named(provider) else {
      logger.error("call.unknown-provider")
      return .noContent
    }
    let now = clock.now()
    do {
      let answer = try await store.write { transaction in
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
    configuration.staffedNumber.flatMap { flows.diallingRule.verdict(on: $0).dialable?.number }
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
