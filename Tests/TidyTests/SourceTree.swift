import Foundation

/// The checkout that these tests were built from, read as text.
struct SourceTree {
  struct File {
    /// From the top of the checkout.
    let path: String
    let lines: [String]
  }

  let root: URL

  static let here = SourceTree(
    root: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent())

  func files(under folders: String..., endings: Set<String> = ["swift"]) -> [File] {
    folders.flatMap { folder -> [File] in
      let base = root.appending(path: folder)
      let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String }
      return (names ?? []).sorted().filter { endings.contains(($0 as NSString).pathExtension) }
        .compactMap { read("\(folder)/\($0)") }
    }
  }

  func read(_ path: String) -> File? {
    guard let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8) else {
      return nil
    }
    return File(path: path, lines: text.components(separatedBy: "\n"))
  }
}

extension SourceTree.File {
  /// `path:line` of every line that `rule` finds fault with; comment lines are passed over.
  func places(where rule: (String) -> Bool) -> [String] {
    lines.enumerated().filter { _, line in
      !line.drop(while: \.isWhitespace).hasPrefix("//") && rule(line)
    }.map { "\(path):\($0.offset + 1)" }
  }
}
