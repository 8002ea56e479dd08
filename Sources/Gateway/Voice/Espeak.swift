import CheckinFlows
import Subprocess
import SystemPackage

/// Speech from espeak-ng, run as a separate program.
struct Espeak: Sendable {
  private let executable: Executable
  private let slots = RenderSlots(limit: Espeak.programs, waiting: Espeak.waiting)

  /// Programs at a time, and renderings that may wait for them.
  private static let programs = 4
  private static let waiting = 1000
  /// A sentence takes some 15 ms; a caller does not wait longer than this.
  private static let timeLimit = Duration.seconds(3)
  private static let wordsPerMinute = "150"

  /// A path, or a name that is looked up in `PATH`.
  init(program: String) {
    executable = program.contains("/") ? .path(FilePath(program)) : .name(program)
  }

  /// The words as sound at espeak's own rate.
  func render(_ words: String, _ language: Language) async throws(VoiceError) -> Sound {
    try await slots.take()
    defer { slots.giveBack() }
    let bytes = try await speak(words, language)
    return try Wave.decode(bytes)
  }

  private func speak(_ words: String, _ language: Language) async throws(VoiceError) -> [UInt8] {
    do {
      return try await withThrowingTaskGroup(of: [UInt8].self) { group in
        group.addTask { try await run(words, language) }
        group.addTask {
          try await Task.sleep(for: Self.timeLimit)
          throw VoiceError.timedOut
        }
        defer { group.cancelAll() }
        guard let bytes = try await group.next() else { throw VoiceError.espeakFailed }
        return bytes
      }
    } catch let error as VoiceError {
      throw error
    } catch {
      throw .espeakFailed
    }
  }

  /// The words go on the command line and not through a pipe: a program that ends before it has
  /// read a pipe would end ours too (SIGPIPE). Prompts hold nothing personal.
  private func run(_ words: String, _ language: Language) async throws -> [UInt8] {
    do {
      let result = try await Subprocess.run(
        executable,
        arguments: [
          "-v", language.rawValue, "-s", Self.wordsPerMinute, "-b", "1", "--stdout", "--", words,
        ],
        output: .bytes(limit: Wave.largestBytes))
      guard result.terminationStatus.isSuccess else { throw VoiceError.espeakFailed }
      return result.standardOutput
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw VoiceError.espeakMissing
    }
  }
}
