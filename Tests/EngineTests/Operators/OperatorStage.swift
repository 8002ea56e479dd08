import CheckinFlows
import TestSupport
import Testing

@testable import GatewayEngine

/// Olga has a code of her own, Omar has none, Otto is an officer. All three have only telephones.
extension EngineHarness {
  static let olgasCode = "8642"
  static let ottosNumber = Cast.number(23)

  static func staffed(sendsCards: Bool = true) async throws -> EngineHarness {
    let desks = Engine.Desks(
      operators: { OperatorTextDesk($0, sendsCards: sendsCards) }, calls: { telephones($0) })
    let harness = try await make(desks: desks)
    let codes = CodeKeeper(key: codeKey)
    try await harness.store.write { transaction in
      guard var olga = try transaction.operator(Cast.olga) else { return }
      olga.codeHash = codes.hash(operatorCode: olgasCode, of: olga.id)
      try transaction.save(olga)
      try transaction.save(
        OperatorRow(
          id: try transaction.newOperatorID(), tenant: .first, name: "Otto", role: .officer,
          number: ottosNumber, rung: nil))
    }
    return harness
  }

  private static func telephones(_ core: EngineCore) -> any CallDesk {
    TelephoneDesk(core, .init(), audio: WordsForAudio())
  }

  /// Sends a new text, also where the words are the same, and gives what came back to the sender.
  @discardableResult
  func say(_ words: String, from number: PhoneNumber = Cast.olgasNumber) async throws -> String {
    await provider.forget()
    try await text(words, from: number, id: "said-\(UInt64.random(in: .min ... .max))")
    return await provider.texts(to: number).joined(separator: " | ")
  }

  /// Cleo is silent until Olga is paged, at 21.35.
  func silentCleo() async throws -> Case {
    try await text("21.30 möte Folkets hus", from: Cast.cleosNumber)
    try await pass(minutes: 85)
    return try #require(try await openCases().first)
  }

  /// The same, and Olga has taken it.
  func takenCase() async throws -> Case {
    let opened = try await silentCleo()
    try await say(try await pageCode(of: Cast.olga))
    return opened
  }

  func state(of id: CaseID) async throws -> Case {
    try #require(try await store.read { try $0.case(id)?.flow })
  }

  func watch(_ id: WatchID?) async throws -> Watch {
    let id = try #require(id)
    return try #require(try await store.read { try $0.watch(id)?.flow })
  }

  func log() async throws -> [LogEntry] {
    try await store.read { try $0.log(after: 0, limit: 10_000).map(\.entry) }
  }

  /// A case apart from any watch.
  func openCase(_ kind: CaseKind, person: PersonID? = nil, callback: PhoneNumber? = nil)
    async throws
    -> CaseID
  {
    let now = clock.now()
    let id = try await store.write { [engine] transaction in
      let id = try transaction.newCaseID()
      try engine.core.flows.open(
        CaseOrder(
          id: id, tenant: .first, person: person, kind: kind, concernedAt: now,
          policyID: Cast.policy, callbackNumber: callback),
        cause: .system, in: transaction, at: now)
      return id
    }
    try await engine.settle()
    return id
  }

  func isClaimed(_ id: CaseID, by operatorID: OperatorID) async throws -> Bool {
    guard case .claimed(.operator(operatorID), _, _) = try await state(of: id).responsibility
    else { return false }
    return true
  }
}
