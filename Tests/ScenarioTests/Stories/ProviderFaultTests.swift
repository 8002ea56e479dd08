import CheckinFlows
import TestSupport
import Testing

@testable import MockLine

@Suite struct ProviderFaultTests {
  /// Cleo is silent from 21.30 on, and the telephone company is unwell all the time.
  private func silence(
    under kind: FaultKind, on path: String? = nil, seconds: Double? = nil,
    _ look: @Sendable @escaping (Stage) async throws -> Void
  ) async throws {
    try await Stage.run { stage in
      stage.cleo.letsItRing()
      stage.olga.answers(pressing: "4")
      try await stage.cleo.texts("21.30 möte")
      try await stage.advance(to: "21:29")
      stage.fails(kind, on: path, seconds: seconds)
      try await stage.advance(to: "21:50")
      try await look(stage)
    }
  }

  /// 2 calls at most 3 min apart, ring and answer limit, and a minute: the contract's bound.
  private static let boundSeconds = 180 + 25 + 90 + 60

  private static func expectCaseInTime(_ stage: Stage) async throws {
    let row = try #require(try await stage.cases().first { $0.kind == .notReached })
    let end = try #require(try await stage.watch(of: Cast.cleo)?.end)
    #expect(row.openedAt <= end.adding(seconds: boundSeconds))
  }

  @Test(arguments: [FaultKind.refuse, .noCredit, .serverError, .tooManyRequests])
  func `a company that refuses everything makes the case come sooner, never later`(
    kind: FaultKind
  ) async throws {
    try await silence(under: kind) { stage in
      try await Self.expectCaseInTime(stage)
      // A number that is refused says nothing of the company.
      if kind != .refuse { #expect(try await stage.has(.fault)) }
    }
  }

  @Test(
    arguments: [
      FaultKind.acceptThen500, .cutOff, .notJSON, .noId, .connectionRefused, .unknownFields,
      .callbackBeforeAnswer,
    ])
  func `an answer that cannot be read delays nothing and doubles no check call`(kind: FaultKind)
    async throws
  {
    try await silence(under: kind) { stage in
      try await Self.expectCaseInTime(stage)
      #expect(stage.cleo.callsGot.count <= 2)
    }
  }

  @Test func `after an outage the operator is reached`() async throws {
    try await Stage.run { stage in
      stage.cleo.letsItRing()
      stage.olga.answers(pressing: "4")
      try await stage.cleo.texts("21.30 möte")
      try await stage.advance(to: "21:29")
      stage.fails(.serverError)
      try await stage.advance(to: "21:40")
      #expect(stage.olga.callsGot == [])
      stage.recovers()
      try await stage.advance(to: "21:45")
      let row = try #require(try await stage.cases().first { $0.kind == .notReached })
      #expect(row.isClaimed)
    }
  }

  @Test func `a text whose answer was lost is found at the company and not sent twice`()
    async throws
  {
    try await Stage.run { stage in
      stage.ada.getsNoReports()
      stage.fails(.acceptThen500, times: 1, on: "sms")
      try await stage.ada.texts("21.30 möte")
      try await stage.advance(minutes: 2)
      #expect(stage.ada.hasRead == [Words.started("kl. 21.30")])
      #expect(try await stage.hasLogged("outbox.unknown"))
    }
  }

  @Test func `a text that the company never answers for is found there and not sent twice`()
    async throws
  {
    try await Stage.run { stage in
      stage.fails(.acceptThenTimeout, times: 1, on: "sms", seconds: 1)
      async let text: Void = stage.ada.texts("21.30 möte")
      await stage.untilKeptBack(seconds: 1)
      stage.clock.advance(seconds: 1)
      try await text
      try await stage.advance(minutes: 2)
      #expect(stage.ada.hasRead == [Words.started("kl. 21.30")])
    }
  }

  @Test func `an empty account is a fault case within a minute, and says so when it is over`()
    async throws
  {
    try await Stage.run { stage in
      try await stage.ada.texts("21.30 möte")
      stage.line.switchboard.apply { company, _ in company.balance = 0 }
      try await stage.advance(seconds: 61)
      #expect(try await stage.has(.fault))
    }
  }
}
