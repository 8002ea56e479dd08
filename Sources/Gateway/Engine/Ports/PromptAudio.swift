package import CheckinFlows

/// Spoken prompts as sound files that a provider can fetch.
package protocol PromptAudio: Sendable {
  /// Returns when the file can be fetched. Throws when it can neither be found nor rendered.
  func prepare(_ prompt: Prompt) async throws -> AudioFile
  /// WAV, 8 kHz, 16 bit, mono.
  func audio(_ language: Language, hash: String) -> [UInt8]?
  /// The words of the same file, for the eye.
  func words(_ language: Language, hash: String) -> String?
}

package struct AudioFile: Hashable, Sendable {
  package let language: Language
  /// Lower-case hex; names the content, so that a changed prompt has a new address.
  package let hash: String

  package init(language: Language, hash: String) {
    self.language = language
    self.hash = hash
  }

  /// Under the public address.
  package var path: String { "/audio/\(language.rawValue)/\(hash).wav" }
}
