package import CheckinFlows
package import GatewayEngine
import GatewayStore
import Synchronization

/// A whole engine over a real store, with time by hand and telephone companies that follow a
/// script. Nothing runs by itself.
package final class EngineHarness: Sendable {
  package static let bosCode = "4711"
  package static let bosDuressCode = "9152"
  package static let codeKey = [UInt8](repeating: 7, count: 32)

  package let temporary: TemporaryStore
  package let clock: ManualClock
  package let provider: ScriptedProvider
  package let providers: [ScriptedProvider]
  package let engine: Engine
  private let latestText = Atomic(0)
  private let seed: UInt64

  package var store: any Store { temporary.store }

  package init(
    _ temporary: TemporaryStore, providers: [ScriptedProvider],
    brakes: [String: BrakeLimits] = [:], outside: [PhoneNumber] = [],
    desks: Engine.Desks = EngineHarness.usualDesks, seed: UInt64 = 1
  ) {
    self.seed = seed
    self.temporary = temporary
    clock = temporary.clock
    self.providers = providers
    provider = providers[0]
    engine = Self.engine(
      over: temporary, providers: providers, brakes: brakes, outside: outside, desks: desks,
      seed: seed)
  }

  /// Ada, Bo (with both codes) and Cleo; Olga and Omar are on duty.
  package static func make(
    providers: [ScriptedProvider] = [ScriptedProvider()], brakes: [String: BrakeLimits] = [:],
    outside: [PhoneNumber] = [], desks: Engine.Desks = EngineHarness.usualDesks
  ) async throws -> EngineHarness {
    let temporary = try await TemporaryStore.withCast()
    let harness = EngineHarness(
      temporary, providers: providers, brakes: brakes, outside: outside, desks: desks)
    try await harness.giveBoHisCodes()
    return harness
  }

  /// As after a crash: the same file, and a new engine that knows nothing of the old one.
  package func restarted() -> EngineHarness {
    EngineHarness(temporary, providers: providers, seed: seed + 1)
  }

  /// Operators work by text; in calls nobody speaks.
  package static let usualDesks = Engine.Desks(
    operators: { OperatorTextDesk($0, sendsCards: true) }, calls: { _ in SilentCallDesk() })

  private static func engine(
    over temporary: TemporaryStore, providers: [ScriptedProvider],
    brakes: [String: BrakeLimits], outside: [PhoneNumber], desks: Engine.Desks, seed: UInt64
  ) -> Engine {
    let texts = TextSettings(
      serviceName: "Trygghet VGR", phoneNumber: Cast.ourNumber, zone: TenantZone.stockholm.timeZone)
    let configuration = Engine.Configuration(
      zone: .stockholm,
      flows: FlowRunner.Configuration(
        texts: texts, diallingRule: DiallingRule(ownNumbers: [Cast.ourNumber]),
        outsideNumbers: outside),
      codeKey: codeKey, brakes: brakes)
    let world = Engine.World(
      store: temporary.store, providers: providers, clock: temporary.clock,
      random: SeededRandom(seed: seed))
    return Engine(configuration, world, desks)
  }

  private func giveBoHisCodes() async throws {
    let codes = CodeKeeper(key: Self.codeKey)
    try await store.write { transaction in
      guard var bo = try transaction.person(Cast.bo) else { return }
      bo.codeHash = codes.hash(personCode: Self.bosCode, of: bo.id)
      bo.duressCodeHash = codes.hash(personCode: Self.bosDuressCode, of: bo.id)
      try transaction.save(bo)
    }
  }

  // MARK: What happens

  /// A text arrives and everything that follows at once is done. Without an id it gets a new one.
  package func text(
    _ words: String, from number: PhoneNumber, id: String? = nil, sentAt: Instant? = nil
  ) async throws {
    try await receive(words, from: number, id: id, sentAt: sentAt)
    try await engine.settle()
  }

  /// A text arrives and is stored; nothing has left yet.
  package func receive(
    _ words: String, from number: PhoneNumber, id: String? = nil, sentAt: Instant? = nil
  ) async throws {
    let id = id ?? "in-\(seed)-\(latestText.add(1, ordering: .relaxed).newValue)"
    let text = InboundText(
      providerID: id, from: .number(number), to: Cast.ourNumber.e164, text: words, sentAt: sentAt)
    try await engine.receive([.text(text)], from: provider.name)
  }

  package func report(_ state: DeliveryState, ref: CallRef?, id: String) async throws {
    let delivery = InboundDelivery(ref: ref, providerID: id, state: state)
    try await engine.receive([.delivery(delivery)], from: provider.name)
    try await engine.settle()
  }

  package func callEnded(_ reason: InboundCallEnd.Reason, ref: CallRef) async throws {
    let end = InboundCallEnd(ref: ref, providerID: "call-\(ref.rawValue)", reason: reason)
    try await engine.receive([.callEnded(end)], from: provider.name)
    try await engine.settle()
  }

  /// Lets the time pass, stopping at every moment at which the engine has something to do.
  package func pass(seconds: Int) async throws {
    let end = clock.now().adding(seconds: seconds)
    while let next = try await engine.nextWakeUp(), next <= end {
      clock.advance(to: max(next, clock.now()))
      try await engine.settle()
    }
    clock.advance(to: end)
    try await engine.settle()
  }

  package func pass(minutes: Int) async throws {
    try await pass(seconds: minutes * 60)
  }

  // MARK: What is the case

  package func liveWatch(of person: PersonID) async throws -> Watch? {
    try await store.read { try $0.liveWatch(of: person)?.flow }
  }

  package func openCases() async throws -> [Case] {
    try await store.read { try $0.cases(.live, of: .first, after: nil, limit: 100) }
  }

  package func items(in state: OutboxState) async throws -> [OutboxItem] {
    try await store.read { try $0.items(in: state, limit: 1000) }
  }

  package func item(_ ref: CallRef) async throws -> OutboxItem? {
    try await store.read { try $0.item(ref: ref) }
  }

  package func logKinds() async throws -> [String] {
    try await store.read { try $0.log(after: 0, limit: 10_000).map(\.entry.kind) }
  }
}

/// A desk for tests in which nobody speaks in a call.
struct SilentCallDesk: CallDesk {
  func answer(_ turn: InboundTurn, from provider: String) async -> WebhookAnswer { .noContent }

  func callEnded(
    _ call: CallRow, because reason: InboundCallEnd.Reason,
    in transaction: any StoreTransaction, at now: Instant
  ) {}
}
