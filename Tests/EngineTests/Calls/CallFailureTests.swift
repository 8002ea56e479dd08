import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

@Suite struct CallFailureTests {
  @Test func `what could not be stored is said, and can be said again`() async throws {
    let board = try await Switchboard()
    let watch = try await board.watch(Cast.ada)
    let call = try await board.checkCall(watch)
    await board.hear(.begin, turn: 0, in: call)
    board.store.fill()
    let failed = await board.hear(.keys("1"), turn: 1, in: call)
    #expect(failed.status == 200)
    #expect(failed.heard.hasPrefix("Det kunde inte registreras."))
    #expect(try await board.state(of: watch)?.isLive == true)
    board.store.clear()
    let again = await board.hear(.keys("1"), turn: 1, in: call)
    #expect(again.heard == CheckCallDeskTests.thanks)
  }

  @Test func `without sound the call ends, and a fault case is open`() async throws {
    let board = try await Switchboard()
    let watch = try await board.watch(Cast.ada)
    let call = try await board.checkCall(watch)
    board.audio.breakDown()
    let answer = await board.hear(.begin, turn: 0, in: call)
    #expect(answer.status == 200)
    #expect(answer.heard == "[ends]")
    #expect(await board.desk.warmUp() > 0)
    let faults = try await board.liveCases().compactMap(\.faultName)
    #expect(faults == ["voice.prompts-missing"])
  }

  @Test func `a call that nobody knows gets closing words, and is kept`() async throws {
    let board = try await Switchboard()
    let lost = CallRef(rawValue: "nobody's")
    #expect(await board.hear(.noInput, turn: 3, in: lost).heard == CheckCallDeskTests.received)
    #expect(board.metrics.value(.inboundOrphans) == .number(1))
    // Whoever pressed 9 must not believe that it was heard.
    let pressed = await board.hear(.keys("9"), turn: 4, in: lost)
    #expect(pressed.heard.hasPrefix("Det kunde inte registreras."))
    await board.hear(.keys("9"), turn: 4, in: lost)
    #expect(board.metrics.value(.inboundOrphans) == .number(2))
  }

  @Test func `hanging up while being joined is a request to be rung back`() async throws {
    let board = try await Switchboard(staffed: Cast.number(30))
    let answer = await board.ring(from: Cast.strangersNumber)
    await board.hear(.keys("0"), turn: 1, in: answer.ref)
    await board.hear(.played, turn: 2, in: answer.ref)
    #expect(try await board.liveCases().isEmpty)
    try await board.hangUp(answer.ref)
    #expect(try await board.liveCases().map(\.callbackNumber) == [Cast.strangersNumber])
  }

  @Test func `Ada presses 0 in our call, hangs up too soon, and is rung back once`() async throws {
    let board = try await Switchboard(staffed: Cast.number(30))
    let watch = try await board.watch(Cast.ada)
    let call = try await board.checkCall(watch)
    _ = await board.hold(call, .keys("0"), .played)
    try await board.hangUp(call)
    try await board.hangUp(call)
    let open = try await board.liveCases()
    #expect(open.map(\.kind) == [.callback])
    #expect(open.first?.callbackNumber == Cast.adasNumber)
  }

  @Test func `hanging up after the deed asks for nothing`() async throws {
    let board = try await Switchboard()
    try await board.watch(Cast.ada)
    let answer = await board.ring(from: Cast.adasNumber)
    await board.hear(.keys("1"), turn: 1, in: answer.ref)
    try await board.hangUp(answer.ref)
    #expect(try await board.liveCases().isEmpty)
  }

  @Test func `everything can be warmed up in both languages`() async throws {
    let board = try await Switchboard(staffed: Cast.number(30))
    #expect(await board.desk.warmUp() == 0)
    #expect(try await board.liveCases().isEmpty)
  }
}
