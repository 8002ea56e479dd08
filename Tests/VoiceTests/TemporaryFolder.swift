import CheckinFlows
import Foundation
import GatewayVoice

/// A folder of its own for one test.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "voice-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  func library(espeak: String = "espeak-ng") -> PromptLibrary {
    PromptLibrary(
      recordings: url.appending(path: "prompts"), cache: url.appending(path: "cache"),
      espeak: espeak)
  }

  /// Puts a recording where the library looks for it.
  func record(_ key: String, _ language: Language, _ bytes: [UInt8]) throws {
    let folder = url.appending(path: "prompts/\(language.rawValue)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: folder.appending(path: "\(key).wav"))
  }

  func cacheFile(_ language: Language, _ hash: String, _ kind: String) -> URL {
    url.appending(path: "cache/\(language.rawValue)/\(hash).\(kind)")
  }
}

/// The numbers in a WAV header, read without the code under test.
struct WaveHeader {
  let channels: Int
  let sampleRate: Int
  let bitsPerSample: Int
  let dataBytes: Int
  let riffBytes: Int

  init(_ bytes: [UInt8]) {
    let number = { (start: Int, count: Int) in
      (0..<count).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
    }
    riffBytes = number(4, 4)
    channels = number(22, 2)
    sampleRate = number(24, 4)
    bitsPerSample = number(34, 2)
    dataBytes = number(40, 4)
  }

  var seconds: Double { Double(dataBytes) / 2 / Double(sampleRate) }
}

/// A steady tone as a 16-bit WAV file.
func toneFile(hertz: Double, seconds: Double, sampleRate: Int, channels: Int = 1) -> [UInt8] {
  let frames = Int(seconds * Double(sampleRate))
  let little = { (value: Int, count: Int) in (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) } }
  var bytes = Array("RIFF".utf8) + little(36 + frames * channels * 2, 4)
  bytes += Array("WAVEfmt ".utf8) + little(16, 4) + little(1, 2) + little(channels, 2)
  bytes += little(sampleRate, 4) + little(sampleRate * channels * 2, 4)
  bytes += little(channels * 2, 2) + little(16, 2)
  bytes += Array("data".utf8) + little(frames * channels * 2, 4)
  for frame in 0..<frames {
    let value = Int(12_000 * sin(2 * .pi * hertz * Double(frame) / Double(sampleRate)))
    for _ in 0..<channels { bytes += little(value, 2) }
  }
  return bytes
}

/// Loudness of the middle of a sound, as the root of the mean square.
func loudness(_ bytes: [UInt8]) -> Double {
  let samples = stride(from: 44, to: bytes.count - 1, by: 2).map {
    Double(Int16(bitPattern: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8))
  }
  let middle = samples[(samples.count / 4)..<(samples.count * 3 / 4)]
  return (middle.reduce(0) { $0 + $1 * $1 } / Double(middle.count)).squareRoot()
}
