package import CheckinFlows
package import Foundation
package import GatewayEngine

/// Prompts as sound: recordings where they exist, else espeak-ng for each sentence.
///
/// Fixed sentences and all numbers are rendered by `warmUp`; what a live call adds is a sentence
/// with a time in it, some 20 ms of work. When espeak-ng fails even then, the sentence is put
/// together from the single fragments of the warm-up.
package struct PromptLibrary: PromptAudio {
  let recordings: Recordings
  let cache: AudioCache
  let espeak: Espeak
  private let onFault: @Sendable (VoiceError) -> Void

  /// A change in how sound is made changes every address.
  private static let rendererVersion = "1"
  private static let sentencePauseMilliseconds = 250
  private static let wordPauseMilliseconds = 40

  /// - Parameters:
  ///   - recordings: the folder with `sv/` and `en/`; may be missing or incomplete.
  ///   - cache: a folder of ours, made when it does not exist.
  ///   - espeak: a path, or a name in `PATH`.
  ///   - onFault: called for each prompt that had to be replaced by the recorded fallback.
  package init(
    recordings: URL?, cache: URL, espeak: String = "espeak-ng",
    onFault: @escaping @Sendable (VoiceError) -> Void = { _ in }
  ) {
    self.recordings = Recordings(folder: recordings)
    self.cache = AudioCache(folder: cache)
    self.espeak = Espeak(program: espeak)
    self.onFault = onFault
  }

  package func audio(_ language: Language, hash: String) -> [UInt8]? {
    cache.audio(language, hash)
  }

  package func words(_ language: Language, hash: String) -> String? {
    cache.words(language, hash)
  }

  /// Throws a `VoiceError`, and only when there is no recorded fallback either.
  package func prepare(_ prompt: Prompt) async throws -> AudioFile {
    do {
      return try await file(for: prompt)
    } catch {
      guard recordings.has(Recordings.fallbackKey, prompt.language) else { throw error }
      onFault(error)
      let words = Fragment(key: Recordings.fallbackKey, words: Recordings.fallbackKey)
      return try await file(for: Prompt(prompt.language, [words]))
    }
  }

  private func file(for prompt: Prompt) async throws(VoiceError) -> AudioFile {
    let pieces = SpokenPiece.pieces(of: prompt, recordings)
    let hash = hash(prompt.language, pieces.map(\.identity))
    let file = AudioFile(language: prompt.language, hash: hash)
    guard cache.audio(prompt.language, hash) == nil else { return file }
    let sound = try await joined(pieces, prompt.language)
    try cache.store(Wave.encode(sound), words: prompt.words, prompt.language, hash)
    return file
  }

  private func joined(
    _ pieces: [SpokenPiece], _ language: Language
  ) async throws(VoiceError) -> Sound {
    var samples: [Int16] = []
    for piece in pieces {
      samples += try await sound(of: piece, language).samples
      let pause = piece.endsSentence ? Self.sentencePauseMilliseconds : Self.wordPauseMilliseconds
      samples += Sound.silence(milliseconds: pause).samples
    }
    return Sound(samples: samples, sampleRate: Wave.telephoneRate)
  }

  private func sound(
    of piece: SpokenPiece, _ language: Language
  ) async throws(VoiceError) -> Sound {
    switch piece {
    case .recorded(let bytes, _):
      return try Wave.decode(bytes).forTelephone()
    case .rendered(let fragments):
      do {
        return try await rendered(piece.words, language)
      } catch {
        // One fragment cannot be divided further; several may all be in the cache.
        guard fragments.count > 1 else { throw error }
        return try await joined(fragments.map { .rendered([$0]) }, language)
      }
    }
  }

  /// One run of words, from the cache or from espeak-ng.
  func rendered(_ words: String, _ language: Language) async throws(VoiceError) -> Sound {
    let hash = hash(language, ["words", words])
    if let bytes = cache.audio(language, hash), let sound = try? Wave.decode(bytes) {
      return sound
    }
    let sound = try await espeak.render(words, language).forTelephone()
    try cache.store(Wave.encode(sound), words: words, language, hash)
    return sound
  }

  private func hash(_ language: Language, _ parts: [String]) -> String {
    // A control character between the parts, so that no two lists read alike.
    let text = ([Self.rendererVersion, language.rawValue] + parts).joined(separator: "\u{1F}")
    return AudioCache.digest(Array(text.utf8))
  }
}
