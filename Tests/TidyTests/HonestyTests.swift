import Foundation
import Testing

/// Rules of honesty and privacy that text can show.
@Suite struct HonestyTests {
  let tree = SourceTree.here

  @Test func `no test sleeps: wait for a signal, or move the clock`() {
    let words = ["Task.sl" + "eep", "usl" + "eep(", "Thread.sl" + "eep", "time.sl" + "eep"]
    let places = tree.files(under: "Tests", endings: ["swift", "py", "sh"])
      .filter { $0.path != "Tests/TidyTests/StructureTests.swift" }
      .flatMap { file in file.places { line in words.contains { line.contains($0) } } }
    #expect(places == [])
  }

  @Test func `nothing outside tests crashes on purpose or is left half done`() {
    let words = ["fatal" + "Error(", "tr" + "y!", " as" + "! ", "TO" + "DO", "FIX" + "ME"]
    let places = tree.files(under: "Sources", "Mocks").flatMap { file in
      file.places { line in words.contains { line.contains($0) } }
    }
    #expect(places == [], "say it with a typed error, or finish it")
  }

  @Test func `only numbers set aside for fiction stand in the tree`() throws {
    let mobile = try Regex("(\\+|%2B)467[0-9]{8}")
    let allowed = try Regex("(\\+|%2B)467017406(0[5-9]|[1-9][0-9])")
    let files =
      tree.files(
        under: "Sources", "Mocks", "Tests",
        endings: ["swift", "md", "json", "tsv", "txt", "py", "sh", "js", "html", "form", "yaml"])
      + [tree.read("README.md")].compactMap { $0 }
    let places = files.flatMap { file in
      file.places { line in
        line.matches(of: mobile).contains { line[$0.range].wholeMatch(of: allowed) == nil }
      }
    }
    #expect(places == [], "use +46701740605 to +46701740699")
  }

  @Test func `every test file holds an expectation`() {
    let empty = tree.files(under: "Tests").filter { file in
      let text = file.lines.joined(separator: "\n")
      return text.contains("@Test") && !text.contains("#expect") && !text.contains("#require")
        && !text.contains("expect") && !text.contains("Issue.record(")
    }
    #expect(empty.map(\.path) == [])
  }

  @Test func `the README names the two commands`() throws {
    let readme = try #require(tree.read("README.md")).lines.joined(separator: "\n")
    #expect(readme.contains("make demo"))
    #expect(readme.contains("make test"))
  }

  @Test func `no personal value is interpolated into a log line`() {
    let words = [".e164)", ".name)\"", ".note)", "\\(text)", ".text)\""]
    let places = tree.files(under: "Sources").flatMap { file in
      file.places { line in
        line.contains("logger.") && words.contains { line.contains($0) }
          && !line.contains("provider.name")
      }
    }
    #expect(places == [], "log ids and codes; a PhoneNumber prints redacted")
  }
}
