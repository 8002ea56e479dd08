import CheckinFlows
import Foundation

/// A folder of recorded fragments: `sv/check.menu.wav`.
struct Recordings: Sendable {
  let folder: URL?

  /// Said when a prompt can neither be found nor rendered.
  static let fallbackKey = "fallback"

  func has(_ key: String, _ language: Language) -> Bool {
    guard let url = url(key, language) else { return false }
    return FileManager.default.isReadableFile(atPath: url.path)
  }

  /// The file's bytes, or `nil` when it is not recorded.
  func bytes(_ key: String, _ language: Language) -> [UInt8]? {
    guard let url = url(key, language), let data = try? Data(contentsOf: url) else { return nil }
    return Array(data)
  }

  private func url(_ key: String, _ language: Language) -> URL? {
    folder?.appending(path: language.rawValue).appending(path: key + ".wav")
  }
}
