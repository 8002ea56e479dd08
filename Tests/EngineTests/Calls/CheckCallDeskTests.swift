import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

@Suite struct CheckCallDeskTests {
  static let thanks = "Tack. Bevakningen är avslutad. Hej då. [ends]"
  static let received = "Tack, vi har redan fått ditt svar. Hej då. [ends]"

  @Test func `Ada picks up, presses 1, and her watch is closed as safe`() async throws {
    let board = try await Switchboard()
    let watch = try await board.watch(Cast.ada)
    let call = try await board.checkCall(watch)
    let heard = await board.hold(call, .keys("1"))
    #expect(heard[0].hasPrefix("Trygghetscentralen här, ett automatiskt samtal. Är allt bra"))
    #expect(heard[1] == Self.thanks)
    let closed = try await board.state(of: watch)
    #expect(closed?.phase == .closed(.safe, at: board.clock.now()))
    #expect(closed?.attempts.first?.confirmedAt != nil)
  }

  @Test func `picking up confirms nothing`() async throws {
    let board = try await Switchboard()
    let watch = try await board.watch(Cast.ada)
    let call = try await board.checkCall(watch)
    _ = await board.hold(call)
    let attempt = try await board.state(of: watch)?.attempts.first
    #expect(attempt?.placedAt != nil)
    #expect(attempt?.pickedUpAt == board.clock.now())
    #expect(attempt?.confirmedAt == nil)
    #expect(try await board.state(of: watch)?.isLive == true)
  }

  @Test func `no key ends the attempt at once and says that we call again`() async throws {
    let board = try await Switchboard()
    let watch = try await board.watch(Cast.ada)
    let call = try await board.checkCall(watch)
    let heard = await board.hold(call, .noInput)
    #expect(heard[1].hasPrefix("Vi hör inget svar. Vi ringer igen"))
    let attempt = try await board.state(of: watch)?.attempts.first
    #expect(attempt?.notConfirmed == .noKey)
    #expect(attempt?.endedAt == board.clock.now())
  }

  @Test func `2 gives half an hour, the second 2 the rest of an hour`() async throws {
    let board = try await Switchboard()
    let watch = try await board.watch(Cast.ada)
    let call = try await board.checkCall(watch)
    let end = board.clock.now()
    await board.hear(.begin, turn: 0, in: call)
    let first = await board.hear(.keys("2"), turn: 1, in: call)
    #expect(first.heard.hasPrefix("Ny sluttid, klockan tjugoett och fyrtio."))
    #expect(try await board.state(of: watch)?.end == end.adding(minutes: 30))
    board.clock.advance(seconds: 5)
    let second = await board.hear(.keys("2"), turn: 2, in: call)
    #expect(second.heard.hasPrefix("Ny sluttid, klockan tjugotvå och tio."))
    let later = try await board.state(of: watch)
    #expect(later?.end == end.adding(minutes: 60))
    #expect(later?.phase == .armed)
  }

  @Test func `9 pages everybody before the first word, and the alarm is confirmed`() async throws {
    let board = try await Switchboard()
    let watch = try await board.watch(Cast.ada)
    let call = try await board.checkCall(watch)
    let heard = await board.hold(call, .keys("9"))
    #expect(heard[1].hasPrefix("Larmet är mottaget."))
    #expect(heard[1].hasSuffix("[ends]"))
    #expect(try await board.liveCases().map(\.kind) == [.sos])
    for number in [Cast.olgasNumber, Cast.omarsNumber] {
      #expect(try await board.outgoing(to: number).count == 2)
    }
  }

  @Test func `0 pages an operator beside the watch, which goes on`() async throws {
    let board = try await Switchboard()
    let watch = try await board.watch(Cast.ada)
    let call = try await board.checkCall(watch)
    let heard = await board.hold(call, .keys("0"))
    #expect(heard[1] == "En operatör söks och ringer upp dig. Håll telefonen nära. [ends]")
    #expect(try await board.liveCases().map(\.kind) == [.callback])
    #expect(try await board.state(of: watch)?.isLive == true)
  }

  @Test func `with a staffed number 0 joins, and pages when nobody answers there`() async throws {
    let board = try await Switchboard(staffed: Cast.number(30))
    let watch = try await board.watch(Cast.ada)
    let call = try await board.checkCall(watch)
    let heard = await board.hold(
      call, .keys("0"), .played, .connectEnded(.failed))
    #expect(heard[1] == "Ett ögonblick. [goes on]")
    #expect(heard[2] == "[joined with +46701740630]")
    #expect(heard[3].hasPrefix("En operatör söks och ringer upp dig."))
    #expect(try await board.liveCases().map(\.kind) == [.callback])
  }

  @Test func `a repeated request gets the same answer and does nothing twice`() async throws {
    let board = try await Switchboard()
    let watch = try await board.watch(Cast.ada)
    let call = try await board.checkCall(watch)
    await board.hear(.begin, turn: 0, in: call)
    let first = await board.hear(.keys("2"), turn: 1, in: call)
    board.clock.advance(seconds: 4)
    let again = await board.hear(.keys("2"), turn: 1, in: call)
    #expect(again == first)
    let end = try await board.state(of: watch)?.end
    #expect(end == ManualClock.evening.adding(minutes: 90))
  }

  @Test func `Ada texted OK while it rang, so the call only thanks her`() async throws {
    let board = try await Switchboard()
    let watch = try await board.watch(Cast.ada)
    let call = try await board.checkCall(watch)
    try await board.tell(watch, .close(.text(sentAt: nil), code: nil))
    #expect(await board.hold(call) == [Self.received])
  }

  @Test func `Ada texts OK under the call, and the next question is not put`() async throws {
    let board = try await Switchboard()
    let watch = try await board.watch(Cast.ada)
    let call = try await board.checkCall(watch)
    await board.hear(.begin, turn: 0, in: call)
    try await board.tell(watch, .close(.text(sentAt: nil), code: nil))
    let again = await board.hear(.keys("*"), turn: 1, in: call)
    #expect(again.heard == Self.received)
  }

  @Test func `9 under a call whose watch was just closed still raises an alarm`() async throws {
    let board = try await Switchboard()
    let watch = try await board.watch(Cast.ada)
    let call = try await board.checkCall(watch)
    await board.hear(.begin, turn: 0, in: call)
    try await board.tell(watch, .close(.text(sentAt: nil), code: nil))
    let answer = await board.hear(.keys("9"), turn: 1, in: call)
    #expect(answer.heard.hasPrefix("Larmet är mottaget."))
    let open = try await board.liveCases()
    #expect(open.map(\.kind) == [.sos])
    #expect(open.first?.person == Cast.ada)
  }

  @Test func `a late pick-up after the alarm still takes a sign of life`() async throws {
    let board = try await Switchboard()
    let watch = try await board.watch(Cast.ada)
    let call = try await board.checkCall(watch)
    try await board.tell(watch, .help(silent: false, .text(sentAt: nil)))
    let heard = await board.hold(call, .keys("1"))
    #expect(heard[1] == "Tack, vi har antecknat det. Hej då. [ends]")
    #expect(try await board.state(of: watch)?.phase == .awaitingOperator)
    #expect(try await board.liveCases().first?.signOfLife?.withCode == false)
  }
}
