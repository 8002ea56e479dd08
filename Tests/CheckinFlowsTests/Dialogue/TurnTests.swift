import CheckinFlows
import Foundation
import Testing

@Suite struct TurnTests {
  @Test func `a repeated request gets the answer it got before`() {
    var line = Line(.checkCall(isLast: false, needsCode: true))
    let first = line.hears(.begin)
    let second = line.hears(.keys("1"))
    let before = line.dialogue
    #expect(line.dialogue.hear(.begin, turn: 0, at: line.now, zone: line.zone) == first)
    #expect(line.dialogue.hear(.keys("9"), turn: 1, at: line.now, zone: line.zone) == second)
    #expect(line.dialogue == before)
  }

  @Test func `a request repeated before its deed was stored asks for the deed again`() {
    var line = Line(.checkCall(isLast: false, needsCode: false))
    line.hears(.begin)
    let stored = line.dialogue
    #expect(line.hears(.keys("9")) == .act(.help))
    line.dialogue = stored
    #expect(line.hears(.keys("9")) == .act(.help))
  }

  @Test func `a call survives being stored between any two turns`() throws {
    var line = Line(.checkCall(isLast: true, needsCode: true))
    line.hears(.begin)
    line.hears(.keys("2"), result: .extended(to: Line.half9.adding(minutes: 30)))
    let data = try JSONEncoder().encode(line.dialogue)
    #expect(try JSONDecoder().decode(Dialogue.self, from: data) == line.dialogue)
  }

  @Test func `a call whose reason went away is ended in place of the next question`() {
    var line = Line(.page(kind: .sos, priority: 1, concernedAt: Line.half9, needsCode: false))
    line.hears(.begin)
    let taken = line.now
    let turn = line.dialogue.turn
    _ = line.dialogue.hear(.keys("*"), turn: turn, at: line.now, zone: line.zone)
    let step = line.dialogue.end(
      because: .pageTakenBefore(at: taken), turn: turn, at: line.now, zone: line.zone)
    #expect(step.prompt?.words == "Larmet togs klockan tjugoett och trettio.")
    #expect(line.dialogue.turn == turn + 1)
    #expect(
      line.dialogue.hear(.keys("4"), turn: turn, at: line.now, zone: line.zone) == .say(step))
  }

  @Test func `the same digit within 120 ms is one press`() {
    let at = { (key: Character, milliseconds: Int64) in
      KeyPress(key, at: Instant(milliseconds: milliseconds))
    }
    #expect(CallInput.keys([at("2", 0), at("2", 119)]) == .keys("2"))
    #expect(CallInput.keys([at("2", 0), at("2", 120)]) == .keys("22"))
    #expect(CallInput.keys([at("2", 0), at("9", 10), at("2", 20)]) == .keys("292"))
  }
}
