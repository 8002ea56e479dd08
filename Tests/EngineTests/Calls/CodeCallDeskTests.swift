import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

@Suite struct CodeCallDeskTests {
  /// A whole check call to Bo, with the bytes of each answer.
  private func call(
    _ board: Switchboard, legs: [WatchLeg] = [], _ inputs: CallInput...
  ) async throws -> (watch: WatchID, ref: CallRef, answers: [WebhookAnswer]) {
    let watch = try await board.watch(Cast.bo, legs: legs)
    let ref = try await board.checkCall(watch)
    var answers: [WebhookAnswer] = []
    for (turn, input) in ([.begin] + inputs).enumerated() {
      board.clock.advance(seconds: 3)
      answers.append(await board.hear(input, turn: turn, in: ref))
    }
    return (watch, ref, answers)
  }

  @Test func `the right code closes Bo's watch`() async throws {
    let board = try await Switchboard()
    let (watch, _, answers) = try await call(board, .keys("1"), .keys("4711#"))
    #expect(answers[1].heard == "Slå din kod och avsluta med fyrkant. [?]")
    #expect(answers[2].heard == CheckCallDeskTests.thanks)
    #expect(try await board.state(of: watch)?.phase == .closed(.safe, at: board.clock.now()))
    #expect(try await board.liveCases().isEmpty)
  }

  @Test func `the duress code gets the same bytes, and a silent case`() async throws {
    let right = try await Switchboard()
    let duress = try await Switchboard()
    let (_, _, asRight) = try await call(right, .keys("1"), .keys("4711#"))
    let (watch, _, answers) = try await call(duress, .keys("1"), .keys("4798#"))
    #expect(answers == asRight)
    #expect(try await duress.state(of: watch)?.isSilent == true)
    #expect(try await duress.liveCases().map(\.kind) == [.duress])
    let toRight = try await right.outgoing(to: Cast.bosNumber).map(\.content)
    let toDuress = try await duress.outgoing(to: Cast.bosNumber).map(\.content)
    #expect(toDuress == toRight)
    #expect(toRight.contains { $0.channelIsText })
  }

  @Test func `with a journey to come the two codes cannot be told apart either`() async throws {
    let home = WatchLeg(
      end: ManualClock.evening.adding(minutes: 150), activity: .journey, note: "hem")
    let right = try await Switchboard()
    let duress = try await Switchboard()
    let (watch, _, asRight) = try await call(
      right, legs: [home], .keys("1"), .keys("4711#"), .keys("2"), .noInput)
    let (_, _, answers) = try await call(
      duress, legs: [home], .keys("1"), .keys("4798#"), .keys("2"), .noInput)
    #expect(answers == asRight)
    #expect(asRight[2].heard.hasPrefix("Ny sluttid, klockan tjugotvå och fyrtio."))
    #expect(asRight[3].heard.hasPrefix("Ny sluttid, klockan tjugotre och tio."))
    #expect(try await right.state(of: watch)?.end == home.end.adding(minutes: 30))
    #expect(try await duress.liveCases().map(\.kind) == [.duress])
  }

  @Test func `the third wrong code is thanked like the right one and closes nothing`() async throws
  {
    let board = try await Switchboard()
    let (watch, _, answers) = try await call(
      board, .keys("1"), .keys("1111#"), .keys("2222#"), .keys("3333#"))
    #expect(answers[2].heard == "Koden stämde inte, försök igen. [?]")
    #expect(answers[3].heard == answers[2].heard)
    #expect(answers[4].heard == CheckCallDeskTests.thanks)
    let state = try await board.state(of: watch)
    #expect(state?.isLive == true)
    #expect(state?.wrongCodes == 3)
    #expect(try await board.liveCases().map(\.priority).min() == 1)
  }

  @Test func `after duress the phone looks unwatched to whoever rings from it`() async throws {
    let board = try await Switchboard()
    _ = try await call(board, .keys("1"), .keys("4798#"))
    let answer = await board.ring(from: Cast.bosNumber)
    #expect(answer.heard.hasPrefix("Hej. Du är inte bevakad nu."))
    let asked = await board.hear(.noInput, turn: 1, in: answer.ref)
    #expect(asked.heard.hasPrefix("En operatör söks"))
    // No call-back that would send an operator to ring the phone.
    #expect(try await board.liveCases().map(\.kind) == [.duress])
  }

  @Test func `nobody is sent to ring a phone under duress, whoever keys its number`() async throws {
    let board = try await Switchboard()
    _ = try await call(board, .keys("1"), .keys("4798#"))
    for (id, number) in [("i1", Cast.bosNumber), ("i2", Cast.strangersNumber)] {
      let answer = await board.ring(from: number, id: id)
      let noted = await board.hear(.keys("0701740606#"), turn: 1, in: answer.ref)
      #expect(noted.heard.hasPrefix("Tack. Vi ringer upp så snart vi kan."))
      try await board.hangUp(answer.ref)
    }
    #expect(try await board.liveCases().map(\.kind) == [.duress])
    #expect(try await board.log().contains { $0.kind == "call.number-keyed" })
  }

  @Test func `the duress code under a watch that was just closed opens a silent case`() async throws
  {
    let board = try await Switchboard()
    let watch = try await board.watch(Cast.bo)
    let ref = try await board.checkCall(watch)
    await board.hear(.begin, turn: 0, in: ref)
    await board.hear(.keys("1"), turn: 1, in: ref)
    try await board.tell(watch, .close(.text(sentAt: nil), code: .right))
    let answer = await board.hear(.keys("4798#"), turn: 2, in: ref)
    #expect(answer.heard == CheckCallDeskTests.received)
    #expect(try await board.liveCases().map(\.kind) == [.duress])
  }

  @Test func `codes stand nowhere in the log`() async throws {
    let board = try await Switchboard()
    _ = try await call(board, .keys("1"), .keys("3333#"), .keys("4798#"))
    let facts = try await board.log().flatMap(\.payload.values)
    #expect(!facts.isEmpty)
    for code in ["3333", "4798"] { #expect(!facts.contains { $0.contains(code) }) }
  }
}

extension OutboundContent {
  fileprivate var channelIsText: Bool {
    if case .text = self { true } else { false }
  }
}
