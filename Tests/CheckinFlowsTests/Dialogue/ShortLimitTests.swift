import Foundation
import Testing

@testable import CheckinFlows

@Suite struct ShortLimitTests {
  @Test func `however short the limit, the person is asked once before a closing sentence`() throws
  {
    let zone = try #require(TimeZone(identifier: "Europe/Stockholm"))
    var dialogue = Dialogue(
      .checkCall(isLast: true, needsCode: false), language: .swedish, answerLimitSeconds: 5)
    let move = dialogue.hear(.begin, turn: 0, at: Instant(milliseconds: 0), zone: zone)
    guard case .say(.ask(_, _, _, let plays)) = move else {
      Issue.record("the call began with \(move)")
      return
    }
    #expect(plays == 1)
  }
}
