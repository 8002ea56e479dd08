import CheckinFlows

/// Why a prompt could not be made. Never holds the words.
package enum VoiceError: Error, Hashable, CustomStringConvertible {
  /// The program is not installed, or not at the configured place.
  case espeakMissing
  /// It ended with an error, or its output was no sound.
  case espeakFailed
  case timedOut
  /// More renderings wait than anybody on a line could wait for.
  case tooManyWaiting
  case badWave(WaveFault)
  case cacheNotWritable(path: String)

  package var description: String {
    switch self {
    case .espeakMissing:
      "espeak-ng was not found. Install the Debian package espeak-ng, or record every prompt."
    case .espeakFailed: "espeak-ng gave no sound. Run `gatewayd voice check`."
    case .timedOut: "espeak-ng did not end in time. Look at the load of this machine."
    case .tooManyWaiting: "Too many prompts wait to be rendered. Look at the load of this machine."
    case .badWave(let fault): "A sound file cannot be used: \(fault)."
    case .cacheNotWritable(let path):
      "The prompt cache \(path) cannot be written. Check that the folder exists and is ours."
    }
  }
}

package enum WaveFault: String, Hashable, Sendable {
  case notWave = "it is not a WAV file"
  case notPCM16 = "it is not 16-bit PCM"
  case unusualRate = "its sample rate lies outside 8–96 kHz"
  case empty = "it holds no sound"
  case tooLarge = "it is larger than 32 MiB"
}
