import Foundation
import Testing

@Suite struct StoryTests {
  @Test(arguments: StoryFiles.names)
  func everyStoryGoesAsItIsTold(_ name: String) throws {
    let text = try StoryFiles.text(name)
    #expect(Story.difference(in: text) == nil, "\(name)")
  }

  @Test func aStoryThatLeavesOutAWordIsToldWhichLine() {
    let text = """
      date 2026-11-24
      person Cleo
      20:10 Cleo > status
      20:11 Cleo > status
      """
    let difference = Story.difference(in: text)
    #expect(difference?.hasPrefix("line 4") == true)
    #expect(difference?.contains("20:10 Cleo < Trygghet VGR: Du är INTE bevakad nu.") == true)
  }

  @Test func aStoryThatTellsTooMuchIsToldWhichLine() {
    let text = """
      date 2026-11-24
      person Cleo
      20:10 Cleo < Trygghet VGR: Du är bevakad
      """
    #expect(Story.difference(in: text)?.contains("line 3") == true)
  }
}

/// The stories that lie under `Transcripts`.
enum StoryFiles {
  static var names: [String] {
    let folder = Bundle.module.url(forResource: "Transcripts", withExtension: nil)
    let files = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) }
    return (files ?? []).filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }

  static func text(_ name: String) throws -> String {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Transcripts"))
    return try String(contentsOf: url, encoding: .utf8)
  }
}
