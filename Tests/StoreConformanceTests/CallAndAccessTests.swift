import GatewayEngine
import TestSupport
import Testing

@testable import CheckinFlows

@Suite("Calls, tokens and small values")
struct CallAndAccessTests {
  @Test(
    "a call comes back as it was saved, and lives until it ended", arguments: StoreKind.allCases)
  func calls(kind: StoreKind) async throws {
    let subject = try await kind.open()
    var call = CallRow(
      ref: CallRef(rawValue: "a-call"), tenant: .first, direction: .outgoing,
      purpose: .bridge(caseID(101), Cast.olga, to: Cast.cleosNumber), provider: "46elks",
      providerID: nil, dialogue: nil, placedAt: evening)
    let older = CallRow(
      ref: CallRef(rawValue: "b-call"), tenant: .first, direction: .incoming,
      purpose: .incoming(from: nil, person: nil, operatorID: nil), provider: "46elks",
      providerID: "c0", dialogue: nil, placedAt: evening.adding(seconds: -1))
    try await subject.store.write { [call] transaction in
      try transaction.save(call)
      try transaction.save(older)
    }
    #expect(try await subject.store.read { try $0.liveCalls(limit: 5) } == [older, call])
    call.providerID = "c1"
    call.turn = 3
    call.latestStep = .sayAndHangUp(Prompt(.swedish, [Fragment(key: "bye", words: "hej då")]))
    call.pickedUpAt = evening
    call.endedAt = evening.adding(seconds: 30)
    try await subject.store.write { [call] in try $0.save(call) }
    let ref = call.ref
    #expect(try await subject.store.read { try $0.call(ref) } == call)
    #expect(
      try await subject.store.read { try $0.call(provider: "46elks", providerID: "c1") } == call)
    #expect(
      try await subject.store.read { try $0.call(provider: "twilio", providerID: "c1") } == nil)
    #expect(try await subject.store.read { try $0.liveCalls(limit: 5) } == [older])
  }

  @Test("a token is found by its hash and can be revoked", arguments: StoreKind.allCases)
  func tokens(kind: StoreKind) async throws {
    let subject = try await kind.open()
    var token = TokenRow(
      name: "console", tenant: .first, scope: .operate, hash: [1, 2, 3], createdAt: evening,
      expiresAt: evening.adding(minutes: 5))
    try await subject.store.write { [token] in try $0.save(token) }
    token.revokedAt = evening.adding(minutes: 1)
    try await subject.store.write { [token] in try $0.save(token) }
    #expect(try await subject.store.read { try $0.token(hash: [1, 2, 3]) } == token)
    #expect(try await subject.store.read { try $0.token(hash: [1, 2]) } == nil)
    #expect(try await subject.store.read { try $0.tokens(of: .first) } == [token])
  }

  @Test(
    "an answer is remembered by key and token until it is forgotten", arguments: StoreKind.allCases)
  func answers(kind: StoreKind) async throws {
    let subject = try await kind.open()
    let answer = IdempotentAnswer(
      key: "k", token: "console", requestHash: [9], status: 201, body: [0, 255], at: evening)
    try await subject.store.write { try $0.save(answer) }
    func found(_ token: String = "console") async throws -> IdempotentAnswer? {
      try await subject.store.read { try $0.idempotentAnswer(key: "k", token: token) }
    }
    #expect(try await found() == answer)
    #expect(try await found("other") == nil)
    try await subject.store.write { try $0.forgetIdempotentAnswers(before: evening) }
    #expect(try await found() == answer)
    try await subject.store.write {
      try $0.forgetIdempotentAnswers(before: evening.adding(seconds: 1))
    }
    #expect(try await found() == nil)
  }

  @Test("a setting is kept, replaced and removed", arguments: StoreKind.allCases)
  func settings(kind: StoreKind) async throws {
    let subject = try await kind.open()
    for value in ["a", "b", nil] {
      try await subject.store.write { try $0.saveSetting("position", value) }
      #expect(try await subject.store.read { try $0.setting("position") } == value)
    }
  }
}
