package import CheckinFlows
import Foundation
import GatewayVoice

/// What `gatewayd voice` does, without the command line around it.
package enum VoiceTools {
  /// Findings of `voice check`, one a line, and whether every prompt can be said.
  package struct Report: Sendable {
    package let lines: [String]
    package let isComplete: Bool
  }

  /// The program that is looked up where nothing else is configured.
  package static let espeak = "espeak-ng"

  /// - Parameter promptsFolder: where recordings lie, `sv/check.menu.wav`.
  package static func check(promptsFolder: String?, espeak: String) async -> Report {
    let folder = promptsFolder.map { URL(filePath: $0, directoryHint: .isDirectory) }
    let check = await VoiceCheck.run(recordings: folder, espeak: espeak)
    let fallback = check.espeakFault.map { "FEL \($0)" } ?? "espeak-ng finns och ger ljud."
    let lines =
      check.notRecorded.map { "saknas \($0).wav" }
      + check.unusable.map { "FEL \($0).wav kan inte läsas. Spela in den igen som WAV, 16 bit." }
    let count = "\(check.notRecorded.count) fraser är inte inspelade; espeak-ng läser dem."
    return Report(lines: lines + [count, fallback], isComplete: check.isComplete)
  }

  /// Writes TEXT as callers would hear it: WAV, 8 kHz, 16 bit, mono.
  package static func render(
    _ text: String, _ language: Language, to path: String, espeak: String
  ) async throws {
    let bytes = try await VoiceCheck.render(text, language, espeak: espeak)
    try Data(bytes).write(to: URL(filePath: path), options: .atomic)
  }
}
