import CheckinFlows
import Foundation
import GatewayEngine
import GatewayVoice
import Testing

@Suite struct PromptLibraryTests {
  static let menu = Prompt(
    .swedish,
    [
      SpokenSentence.checkGreeting.fragment(.swedish), SpokenSentence.checkMenu.fragment(.swedish),
    ])
  static let newEnd = Prompt(
    .swedish,
    [
      Fragment(key: "extend.end", words: "Ny sluttid,"), Fragment(key: "clock", words: "klockan"),
      Fragment(key: "hour.22", words: "tjugotvå."),
      SpokenSentence.hangUpIfRight.fragment(.swedish),
    ])

  @Test func `a prompt becomes a telephone's WAV file of plausible length`() async throws {
    let folder = try TemporaryFolder()
    let library = folder.library()
    let file = try await library.prepare(Self.menu)
    let bytes = try #require(library.audio(.swedish, hash: file.hash))
    let header = WaveHeader(bytes)
    #expect(header.channels == 1)
    #expect(header.sampleRate == 8000)
    #expect(header.bitsPerSample == 16)
    #expect(header.dataBytes == bytes.count - 44)
    #expect(header.riffBytes == bytes.count - 8)
    #expect((10...22).contains(header.seconds))
    #expect(loudness(bytes) > 300)
    #expect(library.words(.swedish, hash: file.hash) == Self.menu.words)
    #expect(file.path == "/audio/sv/\(file.hash).wav")
  }

  @Test func `the same prompt has the same address, another one another`() async throws {
    let folder = try TemporaryFolder()
    let library = folder.library()
    let first = try await library.prepare(Self.newEnd)
    #expect(try await library.prepare(Self.newEnd) == first)
    #expect(try await library.prepare(Self.menu).hash != first.hash)
    let english = Prompt(.english, Self.newEnd.fragments)
    #expect(try await library.prepare(english).hash != first.hash)
  }

  @Test func `what was rendered survives a restart, also without espeak-ng`() async throws {
    let folder = try TemporaryFolder()
    let file = try await folder.library().prepare(Self.newEnd)
    let restarted = folder.library(espeak: "/nowhere/espeak-ng")
    #expect(restarted.audio(.swedish, hash: file.hash) != nil)
    #expect(try await restarted.prepare(Self.newEnd) == file)
  }

  @Test(arguments: [44, 2000])
  func `a damaged file is not served, and is rendered again`(kept: Int) async throws {
    let folder = try TemporaryFolder()
    let file = try await folder.library().prepare(Self.newEnd)
    let place = folder.cacheFile(.swedish, file.hash, "wav")
    let good = try Data(contentsOf: place)
    try good.prefix(kept).write(to: place)
    let restarted = folder.library()
    #expect(restarted.audio(.swedish, hash: file.hash) == nil)
    #expect(try await restarted.prepare(Self.newEnd) == file)
    #expect(try Data(contentsOf: place) == good)
  }

  @Test func `a recording is used in place of espeak-ng, and changes the address`() async throws {
    let folder = try TemporaryFolder()
    let rendered = try await folder.library().prepare(Self.menu)
    let tone = toneFile(hertz: 440, seconds: 1, sampleRate: 48_000, channels: 2)
    try folder.record("check.greeting", .swedish, tone)
    try folder.record("check.menu", .swedish, tone)
    let library = folder.library(espeak: "/nowhere/espeak-ng")
    let recorded = try await library.prepare(Self.menu)
    #expect(recorded.hash != rendered.hash)
    let bytes = try #require(library.audio(.swedish, hash: recorded.hash))
    #expect((2.0...3.0).contains(WaveHeader(bytes).seconds))
  }

  @Test func `without espeak-ng the error says what to install`() async throws {
    let folder = try TemporaryFolder()
    let library = folder.library(espeak: "/nowhere/espeak-ng")
    await #expect(throws: VoiceError.espeakMissing) { try await library.prepare(Self.menu) }
    #expect(VoiceError.espeakMissing.description.contains("Install the Debian package espeak-ng"))
  }

  @Test func `a program that gives no sound is a fault, not a silent prompt`() async throws {
    let folder = try TemporaryFolder()
    await #expect(throws: VoiceError.espeakFailed) {
      try await folder.library(espeak: "/bin/false").prepare(Self.menu)
    }
    await #expect(throws: VoiceError.badWave(.notWave)) {
      try await folder.library(espeak: "/bin/true").prepare(Self.menu)
    }
  }

  @Test func `the recorded fallback is said when nothing else can be, and is reported`()
    async throws
  {
    let folder = try TemporaryFolder()
    try folder.record("fallback", .swedish, toneFile(hertz: 440, seconds: 1, sampleRate: 8000))
    try await confirmation { reported in
      let library = PromptLibrary(
        recordings: folder.url.appending(path: "prompts"), cache: folder.url.appending(path: "c"),
        espeak: "/nowhere/espeak-ng"
      ) { error in
        #expect(error == .espeakMissing)
        reported()
      }
      let file = try await library.prepare(Self.menu)
      #expect(library.audio(.swedish, hash: file.hash) != nil)
    }
  }

  @Test func `after a warm-up a new time can be said even when espeak-ng has gone`() async throws {
    let folder = try TemporaryFolder()
    let report = await folder.library().warmUp()
    #expect(report.missing == [])
    #expect(report.ready > 300)
    let library = folder.library(espeak: "/nowhere/espeak-ng")
    let file = try await library.prepare(Self.newEnd)
    let bytes = try #require(library.audio(.swedish, hash: file.hash))
    #expect((2.0...7.0).contains(WaveHeader(bytes).seconds))
  }

  @Test func `only hashes are looked up, whatever an address holds`() throws {
    let folder = try TemporaryFolder()
    let library = folder.library()
    for name in ["../../etc/passwd", "", "ABC", String(repeating: "g", count: 64)] {
      #expect(library.audio(.swedish, hash: name) == nil)
      #expect(library.words(.swedish, hash: name) == nil)
    }
  }

  @Test func `fifty callers at once all get their prompts`() async throws {
    let folder = try TemporaryFolder()
    let library = folder.library()
    let hashes = try await withThrowingTaskGroup(of: String.self) { group in
      for number in 0..<50 {
        let fragments = SpokenNumbers(.english).digits(String(number + 100))
        group.addTask { try await library.prepare(Prompt(.english, fragments)).hash }
      }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(hashes.count == 50)
  }
}
