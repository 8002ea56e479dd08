import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

@Suite struct IncomingCallDeskTests {
  @Test func `Ada rings in during her watch and closes it with 1`() async throws {
    let board = try await Switchboard()
    let watch = try await board.watch(Cast.ada)
    let answer = await board.ring(from: Cast.adasNumber)
    #expect(answer.heard.hasPrefix("Hej. Du är bevakad till klockan tjugoett och tio."))
    #expect(answer.nextTurn == 1)
    let closed = await board.hear(.keys("1"), turn: 1, in: answer.ref)
    #expect(closed.heard == CheckCallDeskTests.thanks)
    #expect(try await board.state(of: watch)?.isLive == false)
  }

  @Test func `a first request that the provider repeats is the same call`() async throws {
    let board = try await Switchboard()
    try await board.watch(Cast.ada)
    let first = await board.ring(from: Cast.adasNumber)
    let again = await board.ring(from: Cast.adasNumber)
    #expect(again == first)
    let calls = try await board.store.read { try $0.liveCalls(limit: 10) }
    #expect(calls.count == 1)
  }

  @Test func `hanging up without a key is one request to be rung back`() async throws {
    let board = try await Switchboard()
    let answer = await board.ring(from: Cast.strangersNumber)
    #expect(answer.heard.hasPrefix("Du har ringt Trygghetscentralen."))
    try await board.hangUp(answer.ref)
    try await board.hangUp(answer.ref)
    let open = try await board.liveCases()
    #expect(open.map(\.kind) == [.callback])
    #expect(open.first?.callbackNumber == Cast.strangersNumber)
    #expect(try await board.outgoing(to: Cast.olgasNumber).count == 2)
  }

  @Test func `a number that was keyed is rung back, in place of the calling one`() async throws {
    let board = try await Switchboard()
    let answer = await board.ring(from: Cast.strangersNumber)
    let noted = await board.hear(.keys("0701740651#"), turn: 1, in: answer.ref)
    #expect(noted.heard == "Tack. Vi ringer upp så snart vi kan. Hej då. [ends]")
    try await board.hangUp(answer.ref)
    #expect(try await board.liveCases().map(\.callbackNumber) == [Cast.number(51)])
  }

  @Test(arguments: ["1121121#", "1234567#"])
  func `what is no number gives way to the calling number`(digits: String) async throws {
    let board = try await Switchboard()
    let answer = await board.ring(from: Cast.strangersNumber)
    await board.hear(.keys(digits), turn: 1, in: answer.ref)
    #expect(try await board.liveCases().map(\.callbackNumber) == [Cast.strangersNumber])
  }

  @Test func `the duress code is heard where a number is asked for`() async throws {
    let board = try await Switchboard()
    let right = await board.ring(from: Cast.bosNumber, id: "right")
    let asRight = await board.hear(.keys("\(Switchboard.code)#"), turn: 1, in: right.ref)
    let duress = await board.ring(from: Cast.bosNumber, id: "duress")
    let asDuress = await board.hear(.keys("\(Switchboard.duressCode)#"), turn: 1, in: duress.ref)
    #expect(asDuress.heard == asRight.heard)
    #expect(try await board.liveCases().map(\.kind).contains(.duress))
  }

  @Test func `a hidden caller is paged for, asked for a number, and rung back there`() async throws
  {
    let board = try await Switchboard()
    let answer = await board.ring(from: .hidden)
    let asked = await board.hear(.keys("0"), turn: 1, in: answer.ref)
    #expect(asked.heard.hasSuffix("[?]"))
    #expect(try await board.liveCases().map(\.callbackNumber) == [nil])
    board.clock.advance(seconds: 5)
    let noted = await board.hear(.keys("0701740651#"), turn: 2, in: answer.ref)
    #expect(noted.heard.hasPrefix("Tack. Vi ringer upp"))
    let numbers = try await board.liveCases().map(\.callbackNumber)
    #expect(numbers.contains(Cast.number(51)))
  }

  @Test func `a stranger's 9 pages everybody`() async throws {
    let board = try await Switchboard()
    let answer = await board.ring(from: Cast.strangersNumber)
    let raised = await board.hear(.keys("9#"), turn: 1, in: answer.ref)
    #expect(raised.heard.hasPrefix("Larmet är mottaget."))
    let open = try await board.liveCases()
    #expect(open.map(\.kind) == [.sos])
    #expect(open.first?.callbackNumber == Cast.strangersNumber)
  }

  @Test func `Cleo rings while a case is open and 1 is a sign of life`() async throws {
    let board = try await Switchboard()
    let watch = try await board.watch(Cast.cleo)
    try await board.tell(watch, .help(silent: false, .text(sentAt: nil)))
    let answer = await board.ring(from: Cast.cleosSecondNumber)
    #expect(answer.heard.hasPrefix("Larmet har gått vidare. En operatör ringer dig."))
    let noted = await board.hear(.keys("1"), turn: 1, in: answer.ref)
    #expect(noted.heard == "Tack, vi har antecknat det. Hej då. [ends]")
    #expect(try await board.state(of: watch)?.phase == .awaitingOperator)
  }

  @Test func `a suspended person hears so and is given an operator`() async throws {
    let board = try await Switchboard()
    try await board.store.write { transaction in
      guard var ada = try transaction.person(Cast.ada) else { return }
      ada.isPaused = true
      try transaction.save(ada)
    }
    let answer = await board.ring(from: Cast.adasNumber)
    #expect(answer.heard.hasPrefix("Hej. Tjänsten är pausad för dig."))
    #expect(try await board.liveCases().map(\.kind) == [.callback])
  }

  @Test func `from a number that two share nothing is closed, and 9 helps both`() async throws {
    let board = try await Switchboard()
    let watches = [try await board.watch(Cast.ada), try await board.watch(Cast.cleo)]
    try await board.store.write { transaction in
      for person in [Cast.ada, Cast.cleo] {
        try transaction.save(
          PersonNumberRow(person: person, number: Cast.number(40), position: 5))
      }
    }
    let answer = await board.ring(from: Cast.number(40))
    #expect(answer.heard.hasPrefix("Du har ringt Trygghetscentralen."))
    await board.hear(.keys("9"), turn: 1, in: answer.ref)
    for watch in watches {
      #expect(try await board.state(of: watch)?.holdingCase?.kind == .sos)
    }
  }

  @Test func `somebody who rings again is the same request, not a second one`() async throws {
    let board = try await Switchboard()
    for id in ["i1", "i2"] {
      let answer = await board.ring(from: Cast.strangersNumber, id: id)
      try await board.hangUp(answer.ref)
    }
    #expect(try await board.liveCases().map(\.kind) == [.callback])
  }

  @Test func `Ada reads English and is spoken to in English`() async throws {
    let board = try await Switchboard()
    try await board.store.write { transaction in
      guard var ada = try transaction.person(Cast.ada) else { return }
      ada.language = .english
      try transaction.save(ada)
    }
    let answer = await board.ring(from: Cast.adasNumber)
    #expect(answer.heard.contains("operator"))
    board.store.fill()
    let failed = await board.hear(.keys("0"), turn: 1, in: answer.ref)
    #expect(failed.heard.hasPrefix("It could not be recorded."))
  }

  @Test func `a silent line in a live watch is a wish for an operator`() async throws {
    let board = try await Switchboard()
    let watch = try await board.watch(Cast.ada)
    let answer = await board.ring(from: Cast.adasNumber)
    await board.hear(.noInput, turn: 1, in: answer.ref)
    #expect(try await board.liveCases().map(\.kind) == [.callback])
    #expect(try await board.state(of: watch)?.isLive == true)
    let silence = try await board.log().first { $0.kind == "call.no-key" }
    #expect(silence?.payload["note"] == "tyst samtal")
  }
}
