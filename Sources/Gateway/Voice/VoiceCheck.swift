package import CheckinFlows
package import Foundation

/// What `gatewayd voice check` finds.
package struct VoiceCheck: Sendable {
  /// Keys without a recording, `sv/check.menu`; espeak-ng says them.
  package let notRecorded: [String]
  /// Recordings that are no usable WAV files.
  package let unusable: [String]
  /// Why espeak-ng cannot help, `nil` when it can.
  package let espeakFault: VoiceError?

  /// Every prompt can be said, recorded or rendered.
  package var isComplete: Bool {
    unusable.isEmpty && (espeakFault == nil || notRecorded.isEmpty)
  }

  package static func run(recordings folder: URL?, espeak: String) async -> VoiceCheck {
    let recordings = Recordings(folder: folder)
    let all = Language.allCases.flatMap { language in
      FragmentCatalogue.all(language).map { (language, $0.key) }
    }
    let missing = all.filter { !recordings.has($0.1, $0.0) }
    let unusable = all.filter { !isUsable($0.1, $0.0, recordings) }
    return VoiceCheck(
      notRecorded: missing.map(name), unusable: unusable.map(name),
      espeakFault: await fault(of: Espeak(program: espeak)))
  }

  /// Says TEXT as the callers would hear it, as the bytes of a WAV file.
  package static func render(
    _ text: String, _ language: Language, espeak: String
  ) async throws -> [UInt8] {
    Wave.encode(try await Espeak(program: espeak).render(text, language).forTelephone())
  }

  private static func name(_ language: Language, _ key: String) -> String {
    "\(language.rawValue)/\(key)"
  }

  private static func isUsable(
    _ key: String, _ language: Language, _ recordings: Recordings
  ) -> Bool {
    guard let bytes = recordings.bytes(key, language) else { return true }
    return (try? Wave.decode(bytes)) != nil
  }

  private static func fault(of espeak: Espeak) async -> VoiceError? {
    do {
      for language in Language.allCases {
        _ = try await espeak.render(SpokenSentence.checkGreeting.words(language), language)
      }
      return nil
    } catch {
      return error
    }
  }
}
