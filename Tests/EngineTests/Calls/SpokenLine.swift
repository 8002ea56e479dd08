import CheckinFlows
import GatewayEngine
import Synchronization
import TestSupport

/// Sound whose name is its words.
final class WordsForAudio: PromptAudio {
  struct Silent: Error {}
  private let isBroken = Mutex(false)

  func breakDown() { isBroken.withLock { $0 = true } }

  func prepare(_ prompt: Prompt) async throws -> AudioFile {
    guard !isBroken.withLock({ $0 }) else { throw Silent() }
    return AudioFile(language: prompt.language, hash: prompt.words)
  }

  func audio(_ language: Language, hash: String) -> [UInt8]? { nil }
  func words(_ language: Language, hash: String) -> String? { hash }
}

/// A telephone company whose dialect is what one hears.
struct HearableProvider: TelephonyProvider {
  let name = "mock"
  let number = Cast.ourNumber
  let capabilities = ProviderCapabilities(reportsRinging: false, repeatsWebhooks: true)

  func render(_ step: RenderedStep, ref: CallRef, turn: Int) -> WebhookAnswer {
    let heard =
      switch step {
      case .ask(let audio, _, _, _): audio.hash + " [?]"
      case .sayAndHangUp(let audio): audio.hash + " [ends]"
      case .sayAndGoOn(let audio): audio.hash + " [goes on]"
      case .connect(let number, _): "[joined with \(number.e164)]"
      case .hangUp: "[ends]"
      }
    return WebhookAnswer(
      status: 200, contentType: "\(ref.rawValue) \(turn)", body: Array(heard.utf8))
  }

  func send(_ text: OutgoingText) async -> SendOutcome { .unknown }
  func place(_ call: OutgoingCall) async -> SendOutcome { .unknown }
  func lookUp(_ item: UnknownItem) async -> LookUpOutcome { .unavailable }
  func inboundTexts(since: Instant) async throws -> [InboundEvent] { [] }
  func account() async throws -> AccountState { AccountState(balance: nil, canSend: true) }
  func configureNumber() async throws -> [String] { [] }
  func decode(_ request: WebhookRequest) -> WebhookDecoding { .rejected(.unknownPath) }
}

/// A store whose disk can fill up.
final class FillableStore: Store {
  private let base: any Store
  private let isFull = Mutex(false)

  init(_ base: any Store) { self.base = base }

  func fill() { isFull.withLock { $0 = true } }
  func clear() { isFull.withLock { $0 = false } }

  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) async throws -> Result {
    guard !isFull.withLock({ $0 }) else { throw StoreFailure.diskFull }
    return try await base.write(body)
  }

  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreReading) throws -> Result
  ) async throws -> Result {
    try await base.read(body)
  }

  func close() async { await base.close() }
}

extension WebhookAnswer {
  /// What is heard, and how it goes on.
  var heard: String { String(decoding: body, as: UTF8.self) }
  /// The reference in the next address.
  var ref: CallRef { CallRef(rawValue: String((contentType ?? "").prefix { $0 != " " })) }
  var nextTurn: Int? { (contentType ?? "").split(separator: " ").last.flatMap { Int($0) } }
}
