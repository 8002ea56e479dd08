import CheckinFlows
import TestSupport
import Testing

@testable import GatewayEngine

@Suite struct BridgeDeskTests {
  private func order(
    _ board: Switchboard, _ opened: CaseID, to number: PhoneNumber = Cast.cleosNumber,
    confirmed: Bool = false
  ) async throws -> BridgeOrder {
    let now = board.clock.now()
    return try await board.store.write { [flows = board.flows] transaction in
      try flows.placeBridge(
        opened, Cast.olga, to: number, confirmed: confirmed, in: transaction, at: now)
    }
  }

  private func bridgeCall(_ board: Switchboard, _ opened: CaseID) async throws -> CallRef {
    try await board.placed { $0 == .bridge(opened, Cast.olga, to: Cast.cleosNumber) }
  }

  @Test func `the operator is rung first, and the person only after 1`() async throws {
    let board = try await Switchboard()
    let opened = try await board.openCase(.notReached, person: Cast.cleo)
    #expect(try await order(board, opened) == .ordered)
    let call = try await bridgeCall(board, opened)
    let heard = await board.hold(call, .keys("1"), .connectEnded(.success))
    #expect(heard[0].hasPrefix("Larm"))
    #expect(heard[1] == "[joined with +46701740607]")
    #expect(heard[2] == "[ends]")
    #expect(try await board.log().contains { $0.kind == "case.rung" && $0.case == opened })
    // A connected conversation never claims.
    #expect(try await board.state(of: opened)?.responsibility == .unclaimed)
  }

  @Test func `a silent alarm asks before it rings, and once more before it joins`() async throws {
    let board = try await Switchboard()
    let opened = try await board.openCase(.duress, person: Cast.cleo)
    #expect(try await order(board, opened) == .needsConfirmation)
    #expect(try await order(board, opened, confirmed: true) == .ordered)
    let call = try await bridgeCall(board, opened)
    let heard = await board.hold(call, .keys("1"), .keys("1"))
    #expect(heard[1].hasPrefix("Tyst larm. Ring inte personen."))
    #expect(heard[2] == "[joined with +46701740607]")
  }

  @Test func `our own number is never bridged to`() async throws {
    let board = try await Switchboard()
    let opened = try await board.openCase(.notReached, person: Cast.cleo)
    let refused = try await order(board, opened, to: Cast.ourNumber)
    #expect(refused == .numberNotDialable(.ownNumber))
  }

  @Test func `a bridge to a case that was closed meanwhile is not joined`() async throws {
    let board = try await Switchboard()
    let opened = try await board.openCase(.notReached, person: Cast.cleo)
    _ = try await order(board, opened)
    let call = try await bridgeCall(board, opened)
    await board.hear(.begin, turn: 0, in: call)
    try await board.tell(
      opened, .work(.close(.safe, .phone, reason: "nådd"), .operator(Cast.olga)))
    let answer = await board.hear(.keys("1"), turn: 1, in: call)
    #expect(answer.heard == CheckCallDeskTests.received)
    #expect(try await order(board, opened) == .caseClosed)
  }

  // MARK: What became of it

  private func told(_ board: Switchboard) async throws -> [String] {
    try await board.outgoing(to: Cast.olgasNumber).compactMap { item in
      guard case .operatorReply = item.purpose, case .text(let words) = item.content else {
        return nil
      }
      return words
    }
  }

  private func timeline(_ board: Switchboard, _ opened: CaseID) async throws -> [String] {
    try await board.log().filter { $0.case == opened && $0.kind.hasPrefix("bridge.") }
      .map(\.kind)
  }

  @Test func `the case's log shows a bridge that was placed, picked up and joined`() async throws {
    let board = try await Switchboard()
    let opened = try await board.openCase(.notReached, person: Cast.cleo)
    _ = try await order(board, opened)
    let call = try await bridgeCall(board, opened)
    _ = await board.hold(call, .keys("1"), .connectEnded(.success))
    await board.hear(.connectEnded(.success), turn: 2, in: call)
    try await board.hangUp(call)
    #expect(
      try await timeline(board, opened)
        == ["bridge.placed", "bridge.picked-up", "bridge.connected"])
    #expect(try await told(board).isEmpty)
  }

  @Test(arguments: [ConnectResult.busy, .failed])
  func `the operator reads that the person did not answer`(result: ConnectResult) async throws {
    let board = try await Switchboard()
    let opened = try await board.openCase(.notReached, person: Cast.cleo)
    _ = try await order(board, opened)
    let call = try await bridgeCall(board, opened)
    let heard = await board.hold(call, .keys("1"), .connectEnded(result))
    #expect(heard[2] == "Personen svarade inte. Hej då. [ends]")
    await board.hear(.connectEnded(result), turn: 2, in: call)
    try await board.hangUp(call)
    #expect(try await told(board) == ["Larm L101: personen svarade inte när samtalet kopplades."])
  }

  @Test func `the operator who misses the bridge's call reads so`() async throws {
    let board = try await Switchboard()
    let opened = try await board.openCase(.notReached, person: Cast.cleo)
    _ = try await order(board, opened)
    let call = try await bridgeCall(board, opened)
    try await board.hangUp(call, .notAnswered)
    #expect(try await told(board).first?.contains("du svarade inte") == true)
    #expect(try await timeline(board, opened) == ["bridge.operator-not-reached"])
  }

  @Test func `a bridge that no provider takes is told to the operator`() async throws {
    let harness = try await EngineHarness.staffed()
    let opened = try await harness.takenCase()
    await harness.provider.forget()
    let now = harness.clock.now()
    let ordered = try await harness.store.write { [flows = harness.engine.core.flows] in
      try flows.placeBridge(
        opened.id, Cast.olga, to: Cast.cleosNumber, confirmed: false, in: $0, at: now)
    }
    #expect(ordered == .ordered)
    await harness.provider.answer(.refused(.other))
    try await harness.engine.settle()
    let texts = await harness.provider.texts(to: Cast.olgasNumber)
    #expect(texts.contains { $0.contains("gick inte att koppla") })
    #expect(try await harness.logKinds().contains("bridge.not-placed"))
  }
}
