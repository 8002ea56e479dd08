import CheckinFlows
import Crypto
import Foundation
import Synchronization

/// Rendered sound on disk, with the latest in memory.
///
/// A file is written beside its place and moved there, so that a reader sees all of it or nothing.
/// Its digest stands beside it: what does not match is rendered anew.
final class AudioCache: Sendable {
  private struct Memory {
    var entries: [String: [UInt8]] = [:]
    var order: [String] = []
    var bytes = 0
  }

  private let folder: URL
  private let memory = Mutex(Memory())
  private let memoryLimitBytes: Int

  /// Some 300 prompts of 15 s, or all fragments of both languages with room to spare.
  static let defaultMemoryBytes = 64 << 20

  init(folder: URL, memoryLimitBytes: Int = AudioCache.defaultMemoryBytes) {
    self.folder = folder
    self.memoryLimitBytes = memoryLimitBytes
  }

  func audio(_ language: Language, _ hash: String) -> [UInt8]? {
    guard Self.isHash(hash) else { return nil }
    let name = Self.name(language, hash)
    if let bytes = memory.withLock({ $0.entries[name] }) { return bytes }
    guard let bytes = read(name, "wav"), let sum = read(name, "sum"),
      Array(Self.digest(bytes).utf8) == sum
    else { return nil }
    keep(name, bytes)
    return bytes
  }

  func words(_ language: Language, _ hash: String) -> String? {
    guard Self.isHash(hash) else { return nil }
    return read(Self.name(language, hash), "txt").map { String(decoding: $0, as: UTF8.self) }
  }

  /// Stored once this returns.
  func store(
    _ bytes: [UInt8], words: String, _ language: Language, _ hash: String
  ) throws(VoiceError) {
    let name = Self.name(language, hash)
    do {
      try FileManager.default.createDirectory(
        at: folder.appending(path: language.rawValue), withIntermediateDirectories: true)
      try write(Array(words.utf8), name, "txt")
      try write(Array(Self.digest(bytes).utf8), name, "sum")
      try write(bytes, name, "wav")
    } catch {
      throw .cacheNotWritable(path: folder.path)
    }
    keep(name, bytes)
  }

  static func digest(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }

  /// Hashes come from addresses that anybody can ask for: nothing else may become a path.
  private static func isHash(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }

  private static func name(_ language: Language, _ hash: String) -> String {
    "\(language.rawValue)/\(hash)"
  }

  private func read(_ name: String, _ kind: String) -> [UInt8]? {
    (try? Data(contentsOf: folder.appending(path: "\(name).\(kind)"))).map(Array.init)
  }

  private func write(_ bytes: [UInt8], _ name: String, _ kind: String) throws {
    try Data(bytes).write(to: folder.appending(path: "\(name).\(kind)"), options: .atomic)
  }

  /// The oldest leave first; a prompt that is fetched a moment after it was made is still there.
  private func keep(_ name: String, _ bytes: [UInt8]) {
    memory.withLock { memory in
      if let old = memory.entries.updateValue(bytes, forKey: name) {
        memory.bytes -= old.count
      } else {
        memory.order.append(name)
      }
      memory.bytes += bytes.count
      var dropped = 0
      while memory.bytes > memoryLimitBytes, dropped < memory.order.count - 1 {
        memory.bytes -= memory.entries.removeValue(forKey: memory.order[dropped])?.count ?? 0
        dropped += 1
      }
      memory.order.removeFirst(dropped)
    }
  }
}
