import CheckinFlows
import TestSupport
import Testing

@testable import GatewayWeb

@Suite struct RejectionLogTests {
  private let log = RejectionLog()
  private let clock = ManualClock()

  /// Rejections at a steady pace; what stands in the lines that are written.
  private func reject(_ times: Int, everySeconds seconds: Int) -> [Int] {
    (0..<times).compactMap { _ in
      clock.advance(to: clock.now().adding(seconds: seconds))
      return log.lineCount(at: clock.now())
    }
  }

  @Test func `single mistakes are written down one by one`() {
    #expect(reject(30, everySeconds: 20) == Array(repeating: 1, count: 30))
  }

  @Test func `a flood is told once a minute, and no rejection is left out`() {
    let first = reject(20, everySeconds: 1)
    #expect(first == Array(repeating: 1, count: 20))
    let flood = reject(600, everySeconds: 1)
    #expect(flood == Array(repeating: 60, count: 10))
  }

  @Test func `after a quiet while the next one is told at once, with those untold`() {
    _ = reject(50, everySeconds: 1)
    #expect(reject(1, everySeconds: 600) == [31])
    #expect(reject(1, everySeconds: 1) == [1])
  }
}
