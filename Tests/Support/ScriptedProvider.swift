package import CheckinFlows
package import GatewayEngine

/// A telephone company that does as the test says, and remembers everything that it was asked for.
package actor ScriptedProvider: TelephonyProvider {
  /// Something that was posted to it.
  package struct Posted: Hashable, Sendable {
    package let to: PhoneNumber
    /// `nil` for a call.
    package let text: String?
    package let ref: CallRef
    package let outcome: SendOutcome
  }

  package nonisolated let name: String
  package nonisolated let number: PhoneNumber
  package nonisolated let capabilities = ProviderCapabilities(
    reportsRinging: false, repeatsWebhooks: true)

  package private(set) var posted: [Posted] = []
  package private(set) var lookedUp: [CallRef] = []
  private var outcomes: [SendOutcome] = []
  private var usualOutcome: SendOutcome?
  private var lookUps: [LookUpOutcome] = []
  private var inbound: [InboundEvent] = []
  private var accountState: AccountState? = AccountState(balance: 1_000_000, canSend: true)
  private var beforeAnswer: (@Sendable (CallRef) async -> Void)?

  package init(_ name: String = "first", number: PhoneNumber = Cast.ourNumber) {
    self.name = name
    self.number = number
  }

  // MARK: The script

  /// The outcomes of the next requests, in order; after them everything is accepted again.
  package func answer(_ outcomes: SendOutcome...) { self.outcomes = outcomes }
  /// The outcome of every request from now on; `nil` accepts everything again.
  package func answerAlways(_ outcome: SendOutcome?) { usualOutcome = outcome }
  /// The outcomes of the next look-ups; after them nothing is found.
  package func answerLookUps(_ outcomes: LookUpOutcome...) { lookUps = outcomes }
  package func hold(_ events: [InboundEvent]) { inbound = events }
  /// `nil` answers no question about the account.
  package func setAccount(_ state: AccountState?) { accountState = state }
  /// Runs after the request has arrived and before it is answered.
  package func beforeAnswering(_ body: (@Sendable (CallRef) async -> Void)?) { beforeAnswer = body }

  package func forget() { posted = [] }

  // MARK: What was asked for

  package func texts(to number: PhoneNumber) -> [String] {
    posted.filter { $0.to == number }.compactMap(\.text)
  }

  package func calls(to number: PhoneNumber) -> [Posted] {
    posted.filter { $0.to == number && $0.text == nil }
  }

  // MARK: TelephonyProvider

  package func send(_ text: OutgoingText) async -> SendOutcome {
    await post(to: text.to.number, text: text.text, ref: text.ref)
  }

  package func place(_ call: OutgoingCall) async -> SendOutcome {
    await post(to: call.to.number, text: nil, ref: call.ref)
  }

  private func post(to number: PhoneNumber, text: String?, ref: CallRef) async -> SendOutcome {
    let outcome = nextOutcome()
    posted.append(Posted(to: number, text: text, ref: ref, outcome: outcome))
    await beforeAnswer?(ref)
    return outcome
  }

  private func nextOutcome() -> SendOutcome {
    if let usualOutcome { return usualOutcome }
    if !outcomes.isEmpty { return outcomes.removeFirst() }
    return .accepted(providerID: "\(name)-\(posted.count + 1)")
  }

  package func lookUp(_ item: UnknownItem) async -> LookUpOutcome {
    lookedUp.append(item.ref)
    return lookUps.isEmpty ? .absent : lookUps.removeFirst()
  }

  package func inboundTexts(since: Instant) async throws -> [InboundEvent] { inbound }

  package func account() async throws -> AccountState {
    guard let accountState else { throw ProviderFailure("does not answer") }
    return accountState
  }

  package func configureNumber() async throws -> [String] { [] }

  package nonisolated func decode(_ request: WebhookRequest) -> WebhookDecoding {
    .rejected(.unknownPath)
  }

  package nonisolated func render(_ step: RenderedStep, ref: CallRef, turn: Int) -> WebhookAnswer {
    .noContent
  }
}
