import Foundation
import GatewayVoice

/// Everything that callers hear can be said: from a recording, or by espeak-ng.
struct PromptCheck {
  private let configuration: GatewayConfiguration

  init(_ configuration: GatewayConfiguration) {
    self.configuration = configuration
  }

  func findings() async -> [ConfigurationFinding] {
    let folder = URL(filePath: configuration.promptsFolder, directoryHint: .isDirectory)
    let check = await VoiceCheck.run(recordings: folder, espeak: configuration.espeakProgram)
    let unusable = check.unusable.map {
      ConfigurationFinding.error(
        "\(configuration.promptsFolder)/\($0).wav cannot be read. Record it again as WAV, 16 bit.",
        key: "voice.prompts")
    }
    guard let fault = check.espeakFault else { return unusable }
    // Names, places and numbers are never recorded as a whole.
    let text = "Calls cannot say everything: \(fault)"
    return unusable
      + [
        check.notRecorded.isEmpty
          ? .warning(text, key: "voice.espeak") : .error(text, key: "voice.espeak")
      ]
  }
}
