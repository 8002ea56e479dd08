import Foundation
import Testing

@testable import MockLine

@Suite struct WireTests {
  @Test(arguments: [
    ("å", 160, 1), ("å", 161, 2), ("a", 306, 2), ("a", 307, 3), ("€", 80, 1), ("€", 81, 2),
    ("€", 153, 3), ("ł", 70, 1), ("ł", 71, 2), ("ł", 134, 2), ("ł", 135, 3), ("😀", 35, 1),
    ("😀", 36, 2), ("a\u{30A}", 1, 1),
  ])
  func partsAreCountedAsTheNetworkDoes(_ text: String, _ count: Int, _ parts: Int) {
    #expect(TextLength.parts(of: String(repeating: text, count: count)) == parts)
  }

  @Test(arguments: [
    ("2026-11-20T07:00:00.123456", 0.123456), ("2026-11-20T07:00:00", 0),
    ("2026-11-20T07:00:00Z", 0), ("2026-11-20T07:00:00.123000", 0.123),
  ])
  func timesAreReadInEveryFormSeen(_ text: String, _ fraction: Double) throws {
    let date = try #require(WireTime.read(text))
    #expect(abs(date.timeIntervalSince1970 - 1_795_158_000 - fraction) < 1e-6)
  }

  @Test func timesAreWrittenInUTCWithMicroseconds() {
    let leap = Date(timeIntervalSince1970: 1_709_251_199.5)
    #expect(WireTime.microseconds(leap) == "2024-02-29T23:59:59.500000")
    #expect(WireTime.microseconds(Date(timeIntervalSince1970: 0)) == "1970-01-01T00:00:00.000000")
    #expect(WireTime.read("yesterday") == nil)
  }

  @Test func formsSurviveTheJourney() {
    let fields = FormFields([("a", "1+1 = 2 & åäö"), ("b", ""), ("a", "😀%")])
    #expect(FormFields(decoding: fields.encoded) == fields)
    #expect(FormFields(decoding: "a=%zz+b&c")["a"] == "%zz b")
    #expect(FormFields(decoding: "a=%zz+b&c")["c"] == "")
  }

  @Test func theLengthOfAWaveIsInItsHeader() {
    #expect(Recording(bytes: silence(1.5), words: "")?.seconds == 1.5)
    #expect(Recording(bytes: Array("<html>no audio</html>".utf8), words: "") == nil)
    #expect(Recording(bytes: [], words: "") == nil)
    #expect(Recording(bytes: Array(silence(1).prefix(30)), words: "") == nil)
    #expect(
      Recording(bytes: Array("ID3".utf8) + Array(repeating: 0, count: 15_997), words: "")?.seconds
        == 1)
  }

  @Test func theAgendaKeepsTimeAndOrder() {
    var agenda = Agenda<Int>()
    let start = Date(timeIntervalSince1970: 0)
    for (item, seconds) in [(1, 3.0), (2, 1), (3, 2), (4, 1), (5, 9)] {
      agenda.add(item, at: start.addingTimeInterval(seconds))
    }
    var taken: [Int] = []
    while let item = agenda.takeDue(at: start.addingTimeInterval(3))?.item { taken.append(item) }
    #expect(taken == [2, 4, 3, 1])
    #expect(agenda.nextDue == start.addingTimeInterval(9))
  }

  @Test func theWordsStandBesideTheAudio() {
    #expect(Switchboard.wordsAddress(of: "http://h/a.b/x.wav?y=1.2") == "http://h/a.b/x.txt?y=1.2")
    #expect(Switchboard.wordsAddress(of: "http://h/x") == "http://h/x.txt")
  }
}
