import CheckinFlows
import Gateway
import GatewayEngine
import TestSupport
import Testing

/// One officer on standby, with nothing but a mobile telephone.
@Suite struct OfficerTests {
  private static let code = "58291"

  private func officerAlone(_ story: @Sendable @escaping (Stage) async throws -> Void) async throws
  {
    try await Stage.run { stage in
      let hash = stage.service.engine.core.codes.hash(operatorCode: Self.code, of: Cast.olga)
      try await stage.store.write { transaction in
        guard var olga = try transaction.operator(Cast.olga),
          var omar = try transaction.operator(Cast.omar)
        else { return }
        olga.codeHash = hash
        omar.onDutySince = nil
        try transaction.save(olga)
        try transaction.save(omar)
      }
      stage.cleo.letsItRing()
      stage.olga.letsItRing()
      try await stage.cleo.texts("21.30 möte Folkets hus")
      try await stage.advance(to: "21:34:30")
      try await story(stage)
    }
  }

  @Test func `takes the case, rings, notes, calls 112 and ends it, all by text`() async throws {
    try await officerAlone { stage in
      try await stage.olga.texts(stage.olga.pageCode)
      let row = try #require(try await stage.cases().first)
      #expect(row.isClaimed)
      #expect(stage.olga.lastText.hasPrefix("Du har larm \(row.id.reference) sedan kl. 21.34."))
      try await stage.advance(seconds: 40)
      stage.olga.answers(pressing: "1")
      try await stage.olga.texts("ring")
      try await stage.advance(minutes: 2)
      #expect(stage.olga.callsGot.last?.pressed == "1")
      #expect(stage.cleo.callsGot.count == 3)
      try await stage.olga.texts("not Ringt två gånger, ingen svarar")
      #expect(stage.olga.lastText.hasPrefix("Noterat i larm \(row.id.reference)."))
      try await stage.olga.texts("112 21.36 K123-26 \(Self.code)")
      #expect(try await stage.cases().first?.phase.name == "policeAlerted")
      try await stage.olga.texts("klart skarpt \(Self.code)")
      #expect(stage.olga.lastText == "Larm \(row.id.reference) är avslutat: skarpt.")
      #expect(try await stage.state(of: Cast.cleo) == "closed")
      #expect(try await stage.isSilent(until: "23:00"))
    }
  }

  @Test func `reaches the person, who gets more time and then ends the watch herself`()
    async throws
  {
    try await officerAlone { stage in
      try await stage.olga.texts(stage.olga.pageCode)
      try await stage.olga.texts("+30 \(Self.code)")
      #expect(stage.cleo.lastText == Words.extended("kl. 22.04"))
      #expect(try await stage.state(of: Cast.cleo) == "armed")
      #expect(try await stage.liveKinds() == [])
      try await stage.advance(to: "22:00")
      try await stage.cleo.texts("ok")
      #expect(try await stage.state(of: Cast.cleo) == "closed")
    }
  }

  @Test func `two operators answer the same page, and the second is told who has it`()
    async throws
  {
    try await Stage.run { stage in
      stage.ada.letsItRing()
      try await stage.ada.texts("hjälp")
      let (first, second) = (stage.olga.pageCode, stage.omar.pageCode)
      try await stage.olga.texts(first)
      try await stage.omar.texts(second)
      #expect(stage.omar.lastText.contains("togs kl. 20.10 av Olga"))
      #expect(try await stage.cases().first?.isClaimed == true)
    }
  }
}
