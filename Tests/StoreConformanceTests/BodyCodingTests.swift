import Foundation
import GatewayEngine
import TestSupport
import Testing

@testable import CheckinFlows
@testable import GatewayStore

@Suite("Bodies as JSON")
struct BodyCodingTests {
  private static let words = [
    "", "Möte \"A\"\nåäö 🌙", "\\ / \u{0}\u{1f}\u{7f}\r\t", "e\u{301}", "{\"a\":[1,2]}",
  ]

  private static var watches: [Watch] {
    let phases: [WatchPhase] = [
      .draft, .armed, .reminded, .overdue, .contacting(attempt: 2), .awaitingOperator,
      .closed(.safe, at: evening),
    ]
    return phases.flatMap { phase in
      words.map { words in
        var watch = Cast.watch(watchID(1001))
        watch.phase = phase
        watch.note = words
        watch.attempts = [ContactAttempt(number: 1, plannedAt: evening)]
        watch.laterLegs = [WatchLeg(end: evening, activity: .journey, note: words)]
        watch.holdingCase = HoldingCase(id: caseID(101), kind: .sos, isClaimed: true)
        watch.nextStep = phase == .armed ? .at(evening) : .byCase(caseID(101))
        return watch
      }
    }
  }

  @Test func `a value reads back as it was written, and any JSON reader reads the same`() throws {
    let format = BodyFormat<Watch>("watch")
    for watch in Self.watches {
      let body = try format.encode(watch)
      #expect(try format.decode(body, format: format.current) == watch)
      #expect(try JSONDecoder().decode(Watch.self, from: Data(body.utf8)) == watch)
    }
  }

  @Test func `what another JSON writer wrote reads the same, in any order and with spaces`() throws
  {
    let format = BodyFormat<Watch>("watch")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    for watch in Self.watches {
      let body = BodyText(utf8: [UInt8](try encoder.encode(watch)))
      #expect(try format.decode(body, format: 1) == watch)
    }
  }

  @Test func `numbers keep their last digit, and other things theirs`() throws {
    struct Sample: Codable, Equatable {
      var least = Int64.min
      var most = Int64.max
      var small: UInt8 = 255
      var real = 0.1
      var none: Int?
      var facts = ["å": "1", "b": "2"]
      var lists = [[1, 2], [], [-3]]
      var switches = [true, false]
      var holes: [String?] = ["a", nil]
    }
    let body = try BodyEncoder.text(Sample())
    #expect(try BodyDecoder.value(Sample.self, from: body) == Sample())
    #expect(try JSONDecoder().decode(Sample.self, from: Data(body.utf8)) == Sample())
  }

  @Test func `a body that breaks off anywhere is told as damage`() throws {
    let format = BodyFormat<Watch>("watch")
    let body = try format.encode(Self.watches[1]).utf8
    for length in 0..<body.count {
      #expect(throws: StoreFailure.corrupt("a stored watch cannot be read")) {
        try format.decode(BodyText(utf8: Array(body.prefix(length))), format: 1)
      }
    }
  }

  @Test(
    "a body that is no JSON of ours is told as damage",
    arguments: [
      "[1,2", "{\"a\" 1}", "{\"a\":1}x", "{\"a\":\"\\u12\"}", "{\"a\":\"\\ud83d\"}",
      "{\"a\":9223372036854775808}", "{\"a\":1.5}", "{\"a\":-}", "{\"a\":\"1\"}",
      "{\"a\":null}", String(repeating: "[", count: 100_000),
    ])
  func damage(text: String) {
    let format = BodyFormat<[String: Int64]>("sample")
    #expect(throws: StoreFailure.corrupt("a stored sample cannot be read")) {
      try format.decode(BodyText(utf8: Array(text.utf8)), format: 1)
    }
  }

  @Test func `a format from the future says what to do`() throws {
    let format = BodyFormat<Watch>("watch")
    let body = try format.encode(Self.watches[0])
    #expect(throws: StoreFailure.self) { try format.decode(body, format: 2) }
  }
}
