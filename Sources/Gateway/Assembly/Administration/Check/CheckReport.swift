import Foundation

/// The findings of `check`, for people or for scripts.
package struct CheckReport: Sendable {
  package let findings: [ConfigurationFinding]

  package init(_ findings: [ConfigurationFinding]) {
    // Two ways to the same fault are one line.
    var seen: Set<ConfigurationFinding> = []
    self.findings = findings.filter { seen.insert($0).inserted }
  }

  /// 0 fine, 1 warnings where they count, 2 errors.
  package func exitCode(isStrict: Bool) -> Int32 {
    if findings.contains(where: { $0.level == .error }) { return 2 }
    return isStrict && !findings.isEmpty ? 1 : 0
  }

  package var text: String {
    findings.isEmpty
      ? "Nothing was found amiss." : findings.map(\.description).joined(separator: "\n")
  }

  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let views = findings.map { View(level: $0.level.rawValue, key: $0.key, text: $0.text) }
    return String(decoding: try encoder.encode(["findings": views]), as: UTF8.self)
  }

  private struct View: Encodable {
    let level: String
    let key: String?
    let text: String
  }
}
