import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

@Suite struct PageCallDeskTests {
  @Test func `Olga presses 4 and has the case`() async throws {
    let board = try await Switchboard()
    let opened = try await board.openCase(.notReached, person: Cast.cleo)
    let call = try await board.pageCall(opened, Cast.olga)
    let heard = await board.hold(call, .keys("4"))
    #expect(heard[0].hasPrefix("Larm från Trygghetstjänsten. Prioritet ett. Ingen återkoppling"))
    #expect(heard[1] == "Du har larmet. Öppna konsolen. [ends]")
    #expect(try await board.state(of: opened)?.isClaimed(byOperator: Cast.olga) == true)
  }

  @Test func `two press 4: the first has it, the other hears when`() async throws {
    let board = try await Switchboard()
    let opened = try await board.openCase(.sos, person: Cast.cleo)
    let olgas = try await board.pageCall(opened, Cast.olga)
    let omars = try await board.pageCall(opened, Cast.omar)
    await board.hear(.begin, turn: 0, in: olgas, id: "c1")
    await board.hear(.begin, turn: 0, in: omars, id: "c2")
    async let first = board.hear(.keys("4"), turn: 1, in: olgas, id: "c1").heard
    async let second = board.hear(.keys("4"), turn: 1, in: omars, id: "c2").heard
    let answers = Set(await [first, second])
    #expect(
      answers == [
        "Du har larmet. Öppna konsolen. [ends]", "Larmet togs klockan tjugo och tio. [ends]",
      ])
  }

  @Test func `a page that is picked up after the claim only says when it was taken`() async throws {
    let board = try await Switchboard()
    let opened = try await board.openCase(.sos, person: Cast.cleo)
    let call = try await board.pageCall(opened, Cast.omar)
    try await board.tell(opened, .claim(.operator(Cast.olga)))
    board.clock.advance(minutes: 1)
    #expect(await board.hold(call) == ["Larmet togs klockan tjugo och tio. [ends]"])
  }

  @Test func `5 passes on to the next rung at once`() async throws {
    let board = try await Switchboard()
    let opened = try await board.openCase(.notReached, person: Cast.cleo)
    let call = try await board.pageCall(opened, Cast.olga)
    _ = await board.hold(call, .keys("5"))
    #expect(try await board.outgoing(to: Cast.omarsNumber).count == 2)
    #expect(try await board.state(of: opened)?.responsibility == .unclaimed)
  }

  @Test func `an operator with a code needs it, and a wrong one takes nothing`() async throws {
    let board = try await Switchboard()
    try await board.store.write { [codes = board.codes] transaction in
      guard var olga = try transaction.operator(Cast.olga) else { return }
      olga.codeHash = codes.hash(operatorCode: Switchboard.operatorCode, of: olga.id)
      try transaction.save(olga)
    }
    let opened = try await board.openCase(.notReached, person: Cast.cleo)
    let call = try await board.pageCall(opened, Cast.olga)
    let heard = await board.hold(call, .keys("4"), .keys("1111#"), .keys("8642#"))
    #expect(heard[2] == "Koden stämde inte, försök igen. [?]")
    #expect(heard[3] == "Du har larmet. Öppna konsolen. [ends]")
  }

  @Test func `Omar rings in and is offered the most urgent case`() async throws {
    let board = try await Switchboard()
    _ = try await board.openCase(.callback, priority: 2)
    let urgent = try await board.openCase(.sos, person: Cast.cleo)
    let answer = await board.ring(from: Cast.omarsNumber)
    #expect(answer.heard.contains("Hjälp begärd"))
    await board.hear(.keys("4"), turn: 1, in: answer.ref)
    #expect(try await board.state(of: urgent)?.isClaimed(byOperator: Cast.omar) == true)
  }

  @Test func `Omar rings in and nothing waits`() async throws {
    let board = try await Switchboard()
    let answer = await board.ring(from: Cast.omarsNumber)
    #expect(answer.heard == "Hej. Det finns inget larm att ta just nu. Hej då. [ends]")
  }

  @Test func `an operator who is watched is a person first`() async throws {
    let board = try await Switchboard()
    try await board.store.write { transaction in
      try transaction.save(
        PersonNumberRow(person: Cast.ada, number: Cast.omarsNumber, position: 1))
    }
    _ = try await board.openCase(.sos, person: Cast.cleo)
    let offered = await board.ring(from: Cast.omarsNumber, id: "i1")
    #expect(offered.heard.hasPrefix("Larm från Trygghetstjänsten."))
    try await board.watch(Cast.ada)
    let watched = await board.ring(from: Cast.omarsNumber, id: "i2")
    #expect(watched.heard.hasPrefix("Hej. Du är bevakad till"))
  }

  @Test func `an operator under duress is not offered the alarm about themselves`() async throws {
    let board = try await Switchboard()
    try await board.store.write { transaction in
      try transaction.save(
        PersonNumberRow(person: Cast.ada, number: Cast.omarsNumber, position: 1))
    }
    let watch = try await board.watch(Cast.ada)
    try await board.tell(watch, .help(silent: true, .text(sentAt: nil)))
    let answer = await board.ring(from: Cast.omarsNumber)
    #expect(answer.heard.hasPrefix("Hej. Du är inte bevakad nu."))
  }
}

extension Case {
  fileprivate func isClaimed(byOperator id: OperatorID) -> Bool {
    guard case .claimed(.operator(id), _, _) = responsibility else { return false }
    return true
  }
}
