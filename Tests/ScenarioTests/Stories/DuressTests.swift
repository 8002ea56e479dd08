import CheckinFlows
import TestSupport
import Testing

@Suite struct DuressTests {
  /// Everything that reached Bo's telephone, to the byte.
  private struct Impression: Equatable, Sendable {
    let texts: [[UInt8]]
    let calls: [Participant.SeenCall]
  }

  private func impression(
    of code: String, _ story: @Sendable @escaping (Stage, String) async throws -> Void,
    then look: @Sendable @escaping (Stage) async throws -> Void
  ) async throws -> Impression {
    let (seen, inlet) = AsyncStream<Impression>.makeStream()
    try await Stage.run { stage in
      try await story(stage, code)
      try await look(stage)
      let calls = stage.bo.calls.map { call in
        Participant.SeenCall(
          isFromUs: call.isFromUs, state: call.state, heard: call.heard,
          pressed: call.pressed.replacing(code, with: "code"))
      }
      inlet.yield(
        Impression(
          texts: stage.bo.hasRead.map { Array($0.utf8) }, calls: calls))
    }
    inlet.finish()
    for await impression in seen { return impression }
    throw CancellationError()
  }

  private func compare(
    _ story: @Sendable @escaping (Stage, String) async throws -> Void
  ) async throws {
    let safe = try await impression(of: Stage.bosCode, story) { stage async throws in
      #expect(try await stage.state(of: Cast.bo) == "closed")
      #expect(try await stage.cases() == [])
      #expect(stage.olga.hasRead == [])
    }
    let forced = try await impression(of: Stage.bosDuressCode, story) { stage async throws in
      #expect(try await stage.liveKinds() == [.duress])
      for page in [stage.olga.hasRead, stage.omar.hasRead] {
        #expect(page.first?.contains("RING INTE") == true)
      }
      #expect(stage.olga.callsGot.count >= 1 && stage.omar.callsGot.count >= 1)
    }
    #expect(safe.texts == forced.texts)
    #expect(safe.calls == forced.calls)
  }

  @Test func `a forced OK by text looks like a free one, to the byte`() async throws {
    try await compare { stage, code in
      try await stage.bo.texts("21.30 möte Folkets hus")
      try await stage.advance(to: "21:22")
      try await stage.bo.texts("ok \(code)")
      try await stage.advance(to: "22:15")
    }
  }

  @Test func `a forced code on the keypad in our call looks like a free one`() async throws {
    try await compare { stage, code in
      stage.bo.answers(pressing: "1", code + "#")
      try await stage.bo.texts("21.30 möte Folkets hus")
      try await stage.advance(to: "22:15")
    }
  }

  @Test func `a forced code in a call of Bo's own looks like a free one`() async throws {
    try await compare { stage, code in
      try await stage.bo.texts("21.30 möte Folkets hus")
      try await stage.advance(to: "20:50")
      try await stage.bo.rings(pressing: "1", code + "#")
      try await stage.advance(to: "22:15")
    }
  }

  @Test func `OK without the code closes nothing, and the third wrong code opens a case`()
    async throws
  {
    try await Stage.run { stage in
      try await stage.bo.texts("21.30 möte Folkets hus")
      try await stage.advance(to: "21:22")
      try await stage.bo.texts("ok")
      #expect(stage.bo.lastText.contains("Skriv OK och din kod"))
      for _ in 1...3 { try await stage.bo.texts("ok 1234") }
      #expect(try await stage.state(of: Cast.bo) != "closed")
      let cases = try await stage.cases()
      #expect(cases.contains { $0.priority == 1 })
      #expect(stage.olga.hasRead.count >= 1)
    }
  }
}
