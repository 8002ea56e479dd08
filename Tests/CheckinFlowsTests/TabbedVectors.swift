import Foundation
import Testing

/// Rows of a tab-separated file under `Vectors`. Lines that begin with `#` are comments.
enum TabbedVectors {
  static func rows(_ name: String) throws -> [[String]] {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "tsv", subdirectory: "Vectors"),
      "There is no file Vectors/\(name).tsv.")
    return try String(contentsOf: url, encoding: .utf8)
      .split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
