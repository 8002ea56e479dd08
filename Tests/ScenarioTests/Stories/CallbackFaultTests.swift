import CheckinFlows
import TestSupport
import Testing

@testable import MockLine

@Suite struct CallbackFaultTests {
  @Test(arguments: [FaultKind.duplicateCallbacks, .swapCallbacks, .delayCallbacks, .unknownFields])
  func `callbacks that come twice, late or in the wrong order change no ending`(kind: FaultKind)
    async throws
  {
    try await Stage.run { stage in
      stage.fails(kind)
      stage.ada.answers(pressing: "1")
      try await stage.ada.texts("21.30 möte")
      try await stage.advance(to: "21:34")
      #expect(try await stage.state(of: Cast.ada) == "closed")
      #expect(stage.ada.callsGot.count == 1)
      #expect(stage.ada.hasRead.count { $0.contains("Bevakningen är avslutad") } == 1)
      #expect(try await stage.isSilent(until: "22:30"))
      #expect(try await stage.cases() == [])
    }
  }

  @Test func `a repeated extension by webhook extends once`() async throws {
    try await Stage.run { stage in
      try await stage.ada.texts("21.30 möte")
      try await stage.advance(to: "21:25")
      stage.fails(.duplicateCallbacks)
      try await stage.ada.texts("+30")
      let end = try await stage.watch(of: Cast.ada)?.end
      #expect(end == stage.next("22:00"))
      #expect(stage.ada.hasRead.filter { $0 == Words.extended("kl. 22.00") }.count == 1)
    }
  }

  @Test func `with every callback lost a human is reached all the same`() async throws {
    try await Stage.run { stage in
      stage.cleo.answers(pressing: "1")
      try await stage.cleo.texts("21.30 möte")
      try await stage.advance(to: "21:29")
      stage.fails(.loseCallbacks)
      try await stage.advance(to: "21:37")
      #expect(try await stage.has(.notReached))
      #expect(stage.olga.hasRead.count >= 1)
    }
  }

  @Test func `forged callbacks are refused, and the true ones still count`() async throws {
    try await Stage.run { stage in
      stage.cleo.letsItRing()
      try await stage.cleo.texts("21.30 möte")
      try await stage.advance(to: "21:29")
      stage.fails(.badSignature)
      try await stage.advance(to: "21:45")
      #expect(try await stage.has(.notReached))
    }
  }

  @Test func `a text that no webhook brought is fetched from the company's list`() async throws {
    try await Stage.run { stage in
      try await stage.ada.texts("21.30 möte")
      try await stage.advance(to: "21:22")
      stage.fails(.loseCallbacks)
      try await stage.ada.texts("ok")
      #expect(try await stage.state(of: Cast.ada) != "closed")
      stage.recovers()
      try await stage.advance(to: "21:26")
      #expect(try await stage.state(of: Cast.ada) == "closed")
      #expect(try await stage.isSilent(until: "22:00"))
    }
  }
}
