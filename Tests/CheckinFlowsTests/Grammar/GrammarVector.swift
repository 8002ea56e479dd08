import CheckinFlows
import Foundation
import Testing

/// One row of a vector file: a text, when it came, and what it means.
struct GrammarVector: Sendable, CustomTestStringConvertible {
  let now: Instant
  let watchEnd: Instant?
  let isAsked: Bool
  /// Right code and duress code; empty without codes.
  let codes: [String]
  let text: String
  let meaning: String
  let value: String
  let note: String

  var testDescription: String { "\(text) → \(meaning)" }

  init?(row: Substring) {
    let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard cells.count >= 7, let now = Instant(iso8601: cells[0]) else { return nil }
    self.now = now
    watchEnd = Instant(iso8601: cells[1])
    isAsked = !cells[2].isEmpty
    codes = cells[3].split(separator: "/").map(String.init)
    text = cells[4]
    meaning = cells[5]
    value = cells[6]
    note = cells.count > 7 ? cells[7] : ""
  }

  var reading: Reading {
    var context = ReadingContext(now: now, watchEnd: watchEnd, askedAllWell: isAsked)
    context.acceptsAnyEnrolmentCode = true
    if codes.count == 2 { context.checkCode = codeCheck(right: codes[0], duress: codes[1]) }
    return SMSGrammar.read(text, in: context)
  }

  static func file(_ name: String) -> [GrammarVector] {
    guard
      let url = Bundle.module.url(forResource: name, withExtension: "tsv", subdirectory: "Vectors"),
      let content = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    return content.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
      .compactMap { GrammarVector(row: $0) }
  }
}

func codeCheck(right: String, duress: String) -> @Sendable (String) -> CodeVerdict {
  { digits in digits == duress ? .duress : digits == right ? .right : .wrong }
}

/// A meaning as the vector files write it.
func written(_ meaning: Meaning, zone: TenantZone = .stockholm) -> (name: String, value: String) {
  let whole = String(describing: meaning)
  let name = String(whole.prefix { $0.isLetter })
  switch meaning {
  case .start(let time), .set(let time), .askDay(let time), .past(let time), .tooSoon(let time),
    .tooLong(let time):
    return (name, zone.iso8601(time))
  case .extend(let minutes): return (name, String(minutes))
  case .language(let language): return (name, language.rawValue)
  case .closeWithCode: return ("close", "")
  case .close, .closeDuress, .wrongPin, .needPin, .sos, .silentSos, .noteDanger, .unknownDanger,
    .note, .unknown, .ambiguous, .askTime, .noWatch, .status, .info, .test, .callMe, .optOutAsk,
    .stopKept, .enrol:
    return (name, "")
  }
}

enum Evening {
  static let start = Instant(milliseconds: 1_795_547_400_000)
  static let watchEnd = start.adding(minutes: 80)
  /// Without a watch, Tuesday 24 November 2026 at 20.10.
  static let unwatched = ReadingContext(now: start)
  /// Ten minutes before the end of a watch until 21.30.
  static let watched = ReadingContext(now: start.adding(minutes: 70), watchEnd: watchEnd)
}

/// A small generator that gives the same numbers everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
