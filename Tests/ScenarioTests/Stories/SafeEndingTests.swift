import CheckinFlows
import TestSupport
import Testing

@Suite struct SafeEndingTests {
  static let started =
    "Trygghet VGR: Du är bevakad till kl. 21.30. OK när allt gått bra, +30 om du blir sen, "
    + "HJÄLP vid fara. Inget svar: vi ringer. Tel 070-174 06 99."

  @Test func `Ada texts OK and nobody is rung`() async throws {
    try await Stage.run { stage in
      try await stage.ada.texts("21.30 möte Folkets hus")
      #expect(stage.ada.hasRead == [Self.started])
      try await stage.advance(to: "21:21")
      #expect(stage.ada.hasRead.count == 2)
      try await stage.ada.texts("ok")
      #expect(stage.ada.lastText == "x")
      #expect(try await stage.isSilent(until: "23:00"))
      #expect(try await stage.state(of: Cast.ada) == "closed")
      #expect(try await stage.cases() == [])
    }
  }

  @Test func `Ada presses 1 in our call`() async throws {
    try await Stage.run { stage in
      stage.ada.answers(pressing: "1")
      try await stage.ada.texts("21.30 möte Folkets hus")
      try await stage.advance(to: "21:31")
      #expect(stage.ada.hasRead == ["x"])
      #expect(stage.ada.calls == [])
      #expect(try await stage.isSilent(until: "23:00"))
      #expect(try await stage.state(of: Cast.ada) == "closed")
    }
  }

  @Test func `Ada rings and presses 1`() async throws {
    try await Stage.run { stage in
      try await stage.ada.texts("21.30 möte Folkets hus")
      try await stage.advance(to: "20:40")
      try await stage.ada.rings(pressing: "1")
      try await stage.advance(minutes: 2)
      #expect(stage.ada.calls == [])
      #expect(stage.ada.hasRead == [Self.started])
      #expect(try await stage.isSilent(until: "23:00"))
      #expect(try await stage.state(of: Cast.ada) == "closed")
    }
  }
}
