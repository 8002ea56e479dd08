import CheckinFlows
import Logging
import TestSupport

@testable import GatewayEngine

/// The call desk over a real store, with Ada, Bo, Cleo, Olga and Omar at their telephones.
final class Switchboard: Sendable {
  static let code = "4711"
  static let duressCode = "4798"
  static let operatorCode = "8642"

  let temporary: TemporaryStore
  let clock: ManualClock
  let store: FillableStore
  let audio = WordsForAudio()
  let core: EngineCore
  let desk: TelephoneDesk

  var flows: FlowRunner { core.flows }
  var codes: CodeKeeper { core.codes }
  var metrics: EngineMetrics { core.metrics }

  /// Bo has both codes. `staffed` is a number where somebody always answers.
  init(staffed: PhoneNumber? = nil, outside: [PhoneNumber] = []) async throws {
    temporary = try await TemporaryStore.withCast()
    clock = temporary.clock
    store = FillableStore(temporary.store)
    let texts = TextSettings(
      serviceName: "Trygghet VGR", phoneNumber: Cast.ourNumber,
      zone: TenantZone.stockholm.timeZone)
    let rule = DiallingRule(ownNumbers: [Cast.ourNumber])
    core = EngineCore(
      .init(
        zone: .stockholm, flows: .init(texts: texts, diallingRule: rule, outsideNumbers: outside),
        codeKey: Array(repeating: 7, count: 32)),
      .init(
        store: store, providers: [HearableProvider()], clock: clock, random: SeededRandom(),
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
    desk = TelephoneDesk(core, .init(staffedNumber: staffed), audio: audio)
    try await giveCodesToBo()
  }

  private func giveCodesToBo() async throws {
    try await store.write { [codes = core.codes] transaction in
      guard var bo = try transaction.person(Cast.bo) else { return }
      bo.codeHash = codes.hash(personCode: Self.code, of: bo.id)
      bo.duressCodeHash = codes.hash(personCode: Self.duressCode, of: bo.id)
      try transaction.save(bo)
    }
  }

  // MARK: At the telephone

  @discardableResult
  func hear(_ input: CallInput, turn: Int, in ref: CallRef, id: String = "c1") async
    -> WebhookAnswer
  {
    await desk.answer(
      InboundTurn(
        ref: ref, providerID: id, direction: .outgoing, from: .hidden, turn: turn, input: input),
      from: "mock")
  }

  /// The answers to a whole call, from pick-up.
  func hold(_ ref: CallRef, _ inputs: CallInput..., id: String = "c1") async -> [String] {
    var heard = [await hear(.begin, turn: 0, in: ref, id: id).heard]
    for (index, input) in inputs.enumerated() {
      heard.append(await hear(input, turn: index + 1, in: ref, id: id).heard)
    }
    return heard
  }

  func ring(from sender: Sender, id: String = "i1") async -> WebhookAnswer {
    await desk.answer(
      InboundTurn(
        ref: nil, providerID: id, direction: .incoming, from: sender, turn: 0, input: .begin),
      from: "mock")
  }

  func ring(from number: PhoneNumber, id: String = "i1") async -> WebhookAnswer {
    await ring(from: .number(number), id: id)
  }

  /// As the intake does: the row is marked first.
  func hangUp(_ ref: CallRef, _ reason: InboundCallEnd.Reason = .hadBeenAnswered) async throws {
    let now = clock.now()
    try await store.write { [flows = core.flows, desk] transaction in
      guard let call = try transaction.call(ref),
        try flows.endCall(ref, in: transaction, at: now)
      else { return }
      try desk.callEnded(call, because: reason, in: transaction, at: now)
    }
  }

  // MARK: What happens around it

  /// A watch of one hour from now.
  @discardableResult
  func watch(_ person: PersonID, legs: [WatchLeg] = []) async throws -> WatchID {
    let now = clock.now()
    return try await store.write { [flows = core.flows] transaction in
      let id = try transaction.newWatchID()
      let number = try transaction.numbers(of: person).first?.number ?? Cast.strangersNumber
      try flows.start(
        WatchOrder(
          id: id, tenant: .first, person: person, language: .swedish, number: number,
          policyID: Cast.policy, end: now.adding(minutes: 60), laterLegs: legs, origin: .text),
        cause: .system, in: transaction, at: now)
      return id
    }
  }

  /// The watch's end passes; returns the check call that rings.
  func checkCall(_ watch: WatchID) async throws -> CallRef {
    clock.advance(minutes: 60)
    try await tell(watch, .deadlinePassed)
    return try await placed { purpose in
      if case .checkCall(watch, _) = purpose { true } else { false }
    }
  }

  func tell(_ watch: WatchID, _ event: WatchEvent) async throws {
    let now = clock.now()
    try await store.write { [flows = core.flows] transaction in
      _ = try flows.apply(event, to: watch, cause: .system, in: transaction, at: now)
    }
  }

  func tell(_ caseID: CaseID, _ event: CaseEvent) async throws {
    let now = clock.now()
    try await store.write { [flows = core.flows] transaction in
      _ = try flows.apply(event, to: caseID, cause: .system, in: transaction, at: now)
    }
  }

  func openCase(
    _ kind: CaseKind, person: PersonID? = nil, priority: Int? = nil
  ) async throws -> CaseID {
    let now = clock.now()
    return try await store.write { [flows = core.flows] transaction in
      let id = try transaction.newCaseID()
      try flows.open(
        CaseOrder(
          id: id, tenant: .first, person: person, kind: kind, priority: priority,
          concernedAt: now, policyID: Cast.policy),
        cause: .system, in: transaction, at: now)
      return id
    }
  }

  func pageCall(_ caseID: CaseID, _ operatorID: OperatorID) async throws -> CallRef {
    try await placed { $0 == .page(caseID, operatorID) }
  }

  /// Takes the ordered call as the sender would.
  func placed(_ isIt: @escaping @Sendable (OutboundPurpose) -> Bool) async throws -> CallRef {
    let now = clock.now()
    return try await store.write { [flows = core.flows] transaction in
      let items = try transaction.pendingItems(at: now, limit: 100)
      guard var item = items.first(where: { isIt($0.purpose) && $0.content.channel == "call" })
      else { return CallRef(rawValue: "nothing was ordered") }
      item.state = .sending
      item.provider = "mock"
      try transaction.save(item)
      try flows.openCall(for: item, in: transaction, at: now)
      return item.ref
    }
  }

  // MARK: What is stored

  func state(of watch: WatchID) async throws -> Watch? {
    try await store.read { try $0.watch(watch)?.flow }
  }

  func state(of caseID: CaseID) async throws -> Case? {
    try await store.read { try $0.case(caseID)?.flow }
  }

  func liveCases() async throws -> [Case] {
    try await store.read { try $0.cases(.live, of: .first, after: nil, limit: 100) }
  }

  func log() async throws -> [LogEntry] {
    try await store.read { try $0.log(after: 0, limit: 1000).map(\.entry) }
  }

  /// What is on its way to a telephone.
  func outgoing(to number: PhoneNumber) async throws -> [OutboxItem] {
    let later = clock.now().adding(minutes: 600)
    return try await store.read {
      try $0.pendingItems(at: later, limit: 200).filter { $0.to == number }
    }
  }
}
