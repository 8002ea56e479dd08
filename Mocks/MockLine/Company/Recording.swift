import Foundation

/// An audio file that was fetched.
struct Recording: Sendable, Equatable {
  /// A number by which the page of phones can ask for the bytes.
  var key = 0
  let seconds: Double
  /// What is said, from the text beside the file, else its address.
  var words: String
  var bytes: [UInt8] = []

  /// Reads a WAV header for the exact length; other known formats are guessed at 16 kB a second.
  /// - Returns: nil when the bytes are no audio.
  init?(bytes: [UInt8], words: String) {
    guard let seconds = Self.seconds(of: bytes) else { return nil }
    self.seconds = seconds
    self.words = words
    self.bytes = bytes
  }

  init(seconds: Double, words: String) {
    self.seconds = seconds
    self.words = words
  }

  private static func seconds(of bytes: [UInt8]) -> Double? {
    guard bytes.count >= 12 else { return nil }
    if bytes.starts(with: "RIFF".utf8), bytes[8..<12].elementsEqual("WAVE".utf8) {
      return waveSeconds(bytes)
    }
    let isOgg = bytes.starts(with: "OggS".utf8)
    let isMP3 = bytes.starts(with: "ID3".utf8) || (bytes[0] == 0xFF && bytes[1] & 0xE0 == 0xE0)
    return isOgg || isMP3 ? Double(bytes.count) / 16_000 : nil
  }

  private static func waveSeconds(_ bytes: [UInt8]) -> Double? {
    var position = 12
    var bytesPerSecond = 0
    while position + 8 <= bytes.count {
      let size = number(bytes, at: position + 4)
      let name = bytes[position..<position + 4]
      if name.elementsEqual("fmt ".utf8), position + 24 <= bytes.count {
        bytesPerSecond = number(bytes, at: position + 16)
      } else if name.elementsEqual("data".utf8) {
        guard bytesPerSecond > 0 else { return nil }
        return Double(min(size, bytes.count - position - 8)) / Double(bytesPerSecond)
      }
      position += 8 + size + size % 2
    }
    return nil
  }

  private static func number(_ bytes: [UInt8], at position: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
  }

  /// The sounds that a provider has of its own.
  static func builtIn(_ name: String) -> Recording? {
    if name == "sound/beep" { return Recording(seconds: 0.5, words: "(beep)") }
    guard name.hasPrefix("sound/dtmf/") else { return nil }
    let tones = name.dropFirst("sound/dtmf/".count)
    return Recording(seconds: 0.2 * Double(tones.count), words: "(tones)")
  }
}

/// The audio files of late, so that ten thousand equal prompts are fetched once.
struct AudioShelf: Sendable {
  private struct Entry: Sendable {
    let recording: Recording
    let fetched: Date
  }

  private var byURL: [String: Entry] = [:]
  private var urlByKey: [Int: String] = [:]
  private var nextKey = 1

  private static let limit = 500
  private static let freshSeconds = 600.0

  func recording(at url: String, now: Date) -> Recording? {
    guard let entry = byURL[url], now.timeIntervalSince(entry.fetched) < Self.freshSeconds else {
      return nil
    }
    return entry.recording
  }

  func bytes(key: Int) -> [UInt8]? {
    urlByKey[key].flatMap { byURL[$0]?.recording.bytes }
  }

  /// Puts a file on the shelf and returns it with its key.
  mutating func keep(_ recording: Recording, url: String, now: Date) -> Recording {
    if byURL.count >= Self.limit {
      byURL.removeAll()
      urlByKey.removeAll()
    }
    var kept = recording
    kept.key = nextKey
    nextKey += 1
    if let old = byURL[url] { urlByKey[old.recording.key] = nil }
    byURL[url] = Entry(recording: kept, fetched: now)
    urlByKey[kept.key] = url
    return kept
  }
}
