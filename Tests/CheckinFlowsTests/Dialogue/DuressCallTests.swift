import CheckinFlows
import Foundation
import Testing

@Suite struct DuressCallTests {
  /// The state machine is given one result for all three, so what can differ is only what it
  /// remembers of the keys: nothing may.
  @Test(arguments: Language.allCases)
  func `right code, duress code and last wrong code leave identical calls`(
    language: Language
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let calls = try ["4711#", "1174#", "0000#"].map { code in
      var line = Line(.checkCall(isLast: false, needsCode: true), language)
      line.hears(.begin)
      line.hears(.keys("1"))
      line.hears(.keys(code), result: .thanked)
      return try encoder.encode(line.dialogue)
    }
    #expect(Set(calls).count == 1)
  }

  @Test func `no code is ever kept in a stored call`() throws {
    var line = Line(.checkCall(isLast: false, needsCode: true))
    line.hears(.begin)
    line.hears(.keys("1"))
    line.hears(.keys("583926#"), result: .wrongCode)
    let stored = String(decoding: try JSONEncoder().encode(line.dialogue), as: UTF8.self)
    #expect(!stored.contains("583926"))
  }
}
