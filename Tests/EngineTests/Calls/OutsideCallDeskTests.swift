import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

@Suite struct OutsideCallDeskTests {
  private static let caretaker = Cast.number(60)
  private static let sentence =
    "Larm från Trygghetstjänsten, ring centralen, noll sju noll, ett sju fyra, noll sex, nio nio."

  /// Everybody has been silent for five minutes.
  private func outsideCall(_ board: Switchboard) async throws -> (CaseID, CallRef) {
    let opened = try await board.openCase(.sos, person: Cast.cleo)
    board.clock.advance(minutes: 5)
    try await board.tell(opened, .deadlinePassed)
    return (opened, try await board.placed { $0 == .outside(opened) })
  }

  @Test func `an outsider hears thrice which number to ring, and no key takes the case`()
    async throws
  {
    let board = try await Switchboard(outside: [Self.caretaker])
    let (opened, call) = try await outsideCall(board)
    let heard = await board.hold(call, .keys("4"))
    #expect(
      heard[0] == Array(repeating: Self.sentence, count: 3).joined(separator: " ") + " [ends]")
    #expect(heard[1] == "[ends]")
    #expect(try await board.state(of: opened)?.responsibility == .unclaimed)
  }

  @Test func `an outsider who picks up after the claim only hears when it was taken`() async throws
  {
    let board = try await Switchboard(outside: [Self.caretaker])
    let (opened, call) = try await outsideCall(board)
    try await board.tell(opened, .claim(.operator(Cast.olga)))
    #expect(await board.hold(call) == ["Larmet togs klockan tjugo och femton. [ends]"])
  }
}
