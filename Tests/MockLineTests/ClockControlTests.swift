import Foundation
import Testing

@testable import MockLine

@Suite struct ClockControlTests {
  @Test func `a line whose clock is moved by hand cannot be set from outside`() {
    let answer = ControlClock.answer(
      request("{\"realMilliseconds\":0,\"lineMilliseconds\":0,\"speed\":1}"), ManualLineClock())
    #expect(answer.status == 400)
  }

  @Test func `a clock that is set goes on from there at its new speed`() {
    let clock = RealLineClock()
    let real = Date(timeIntervalSinceNow: -10)
    let line = Date(timeIntervalSince1970: 2_000_000_000)
    clock.set(real: real, line: line, speed: 60)
    #expect(clock.speed == 60)
    #expect(clock.now >= line.addingTimeInterval(600))
    #expect(clock.now < line.addingTimeInterval(600 + 3600))
  }

  @Test(arguments: ["", "{}", "{\"realMilliseconds\":0,\"lineMilliseconds\":0,\"speed\":0}"])
  func `a wish that is incomplete changes nothing`(body: String) {
    let clock = RealLineClock(speed: 10)
    #expect(ControlClock.answer(request(body), clock).status == 400)
    #expect(clock.speed == 10)
  }

  private func request(_ body: String) -> LineRequest {
    LineRequest(
      method: "PUT", path: ["control", "clock"], query: FormFields(decoding: ""),
      authorization: nil, body: body)
  }
}
