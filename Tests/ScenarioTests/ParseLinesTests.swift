import Foundation
import Gateway
import Testing

@Suite("gatewayd sms parse --batch")
struct ParseLinesTests {
  private func answers(_ input: String, pieces: Int = 1 << 16) -> [String] {
    var lines = ParseLines()
    var output = Data()
    var rest = Data(input.utf8)
    while !rest.isEmpty {
      output += lines.answers(to: Data(rest.prefix(pieces)))
      rest = Data(rest.dropFirst(pieces))
    }
    output += lines.finish()
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private let request =
    #"{"text":"+30","now":"2026-11-24T20:20:00Z","until":"2026-11-24T21:30:00+01:00"}"#

  @Test("each line is answered with one line, in order, however the bytes arrive")
  func answersInOrder() {
    let start = #"{"text":"21.30 Möte","now":"2026-11-24T20:10:00.123+01:00"}"#
    for pieces in [1, 7, 4096] {
      let found = answers("\(request)\n\(start)\r\n\(request)", pieces: pieces)
      #expect(found.count == 3)
      #expect(fields(found[0]) == ["meaning": "extend", "minutes": "30"])
      let expected = [
        "meaning": "start", "endTime": "2026-11-24T21:30:00+01:00", "note": "Möte",
      ]
      #expect(fields(found[1]) == expected)
      #expect(found[2] == found[0])
    }
  }

  @Test(
    "a line that is no request is answered with an error, and the run goes on",
    arguments: [
      "", "x", "[]", "null", "{}", #"{"text":1,"now":"2026-11-24T20:20:00Z"}"#, #"{"text":"ok"}"#,
      #"{"text":"ok","now":"i dag"}"#,
      #"{"text":"ok","now":"2026-11-24T20:20:00Z","language":"de"}"#,
      #"{"text":"ok","now":"2026-11-24T20:20:00Z","until":"x"}"#, "\u{FEFF}{", "{\"text\":\"",
    ])
  func badLines(line: String) throws {
    let found = answers("\(line)\n\(request)\n")
    #expect(found.count == 2)
    #expect(fields(found[0]).keys.sorted() == ["error"])
    #expect(fields(found[1])["meaning"] == "extend")
  }

  @Test("a line that never ends is not kept")
  func endlessLine() {
    let found = answers(String(repeating: "x", count: 3 << 20) + "\n\(request)\n")
    #expect(found.count == 2)
    #expect(fields(found[1])["meaning"] == "extend")
  }

  @Test("codes and the question before are part of a request")
  func codesAreRead() {
    let coded =
      #"{"text":"OK4712","now":"2026-11-24T20:20:00Z","until":"2026-11-24T21:30:00+01:00","#
      + #""askedAllWell":true,"pin":"4711","duressPin":"4712","language":"en"}"#
    #expect(fields(answers(coded)[0]) == ["meaning": "closeDuress"])
  }

  private func fields(_ line: String) -> [String: String] {
    let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    return (object ?? [:]).mapValues { "\($0)" }
  }
}
