import Foundation
import Testing

/// The safety contract's table names tests that exist.
@Suite struct SafetyContractTests {
  let tree = SourceTree.here
  private static let document = "Sources/Gateway/Assembly/Gateway.docc/SafetyContract.md"

  @Test func `each of the ten points names tests, and every one of them exists`() throws {
    let lines = try #require(tree.read(Self.document)).lines
    let rows = lines.filter { $0.firstMatch(of: #/^\| [0-9]+\. /#) != nil }
    #expect(rows.count == 10)
    let known = knownTests()
    for row in rows {
      let named = row.matches(of: #/`([^`]+)`/#).map { String($0.1) }
      #expect(named.count > 1, "\(row.prefix(40)) names too few tests")
      #expect(named.filter { !known.contains($0) } == [], "correct the table, or restore the test")
    }
  }

  /// Names as Swift Testing shows them, and the transcripts' file names.
  private func knownTests() -> Set<String> {
    var names: Set<String> = []
    for file in tree.files(under: "Tests") {
      for line in file.lines {
        if let found = line.firstMatch(of: #/func `([^`]+)`/#) { names.insert(String(found.1)) }
        if let found = line.firstMatch(of: #/@Test\("(.+?)"[,)]/#) { names.insert(String(found.1)) }
      }
    }
    let transcripts = tree.files(
      under: "Tests/CheckinFlowsTests/Transcripts", endings: ["txt"])
    return names.union(
      transcripts.compactMap { $0.path.split(separator: "/").last.map(String.init) })
  }
}
