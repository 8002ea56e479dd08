import CheckinFlows
import Foundation
import Testing

@testable import GatewayVoice

@Suite struct WaveTests {
  @Test(arguments: [8000, 11_025, 16_000, 22_050, 44_100, 48_000])
  func `a tone keeps its length and loudness on its way to the telephone`(rate: Int) throws {
    let bytes = toneFile(hertz: 800, seconds: 0.5, sampleRate: rate)
    let sound = try Wave.decode(bytes)
    let telephone = Resampler(from: rate, to: 8000).resample(sound)
    #expect(telephone.sampleRate == 8000)
    #expect(abs(telephone.samples.count - 4000) <= 1)
    let before = loudness(bytes)
    let after = loudness(Wave.encode(telephone))
    #expect(abs(after - before) / before < 0.02)
  }

  @Test func `what a telephone cannot carry does not come back as another tone`() throws {
    let sound = try Wave.decode(toneFile(hertz: 5000, seconds: 0.5, sampleRate: 22_050))
    let telephone = Resampler(from: 22_050, to: 8000).resample(sound)
    #expect(loudness(Wave.encode(telephone)) < 20)
  }

  @Test func `a stream's unknown length is read to its end`() throws {
    var bytes = toneFile(hertz: 800, seconds: 0.1, sampleRate: 8000)
    bytes.replaceSubrange(40..<44, with: [0, 0xF0, 0xFF, 0x7F])
    #expect(try Wave.decode(bytes).samples.count == 800)
  }

  @Test(arguments: [[], Array("RIFF".utf8), Array(repeating: 0, count: 100)] as [[UInt8]])
  func `what is no WAV file is refused`(bytes: [UInt8]) {
    #expect(throws: VoiceError.badWave(.notWave)) { try Wave.decode(bytes) }
  }

  @Test func `8-bit sound is refused`() {
    var bytes = toneFile(hertz: 800, seconds: 0.1, sampleRate: 8000)
    bytes[34] = 8
    #expect(throws: VoiceError.badWave(.notPCM16)) { try Wave.decode(bytes) }
  }

  @Test func `the memory of the cache has a limit`() throws {
    let folder = try TemporaryFolder()
    let cache = AudioCache(folder: folder.url, memoryLimitBytes: 2500)
    let hashes = (0..<5).map { AudioCache.digest([UInt8($0)]) }
    for hash in hashes {
      try cache.store([UInt8](repeating: 7, count: 1000), words: "x", .swedish, hash)
    }
    try FileManager.default.removeItem(at: folder.url.appending(path: "sv"))
    #expect(hashes.map { cache.audio(.swedish, $0) != nil } == [false, false, false, true, true])
  }

  @Test func `the check lists what is not recorded and what is unusable`() async throws {
    let folder = try TemporaryFolder()
    try folder.record("check.menu", .swedish, toneFile(hertz: 440, seconds: 1, sampleRate: 48_000))
    try folder.record("check.thanks", .swedish, [1, 2, 3])
    let prompts = folder.url.appending(path: "prompts")
    let check = await VoiceCheck.run(recordings: prompts, espeak: "espeak-ng")
    #expect(!check.notRecorded.contains("sv/check.menu"))
    #expect(check.notRecorded.contains("en/check.menu"))
    #expect(check.unusable == ["sv/check.thanks"])
    #expect(check.espeakFault == nil)
    let without = await VoiceCheck.run(recordings: nil, espeak: "/nowhere/espeak-ng")
    #expect(without.espeakFault == .espeakMissing)
    #expect(!without.isComplete)
  }
}
