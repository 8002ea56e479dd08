import Dispatch

/// Waiting for something outside this process: looks again and again, up to a limit.
enum Wait {
  struct TooLong: Error, CustomStringConvertible {
    let description: String
  }

  private static let lookEachMilliseconds = 50
  static let longestSeconds = 150

  /// Returns when the condition holds, or the other one does; throws after `longestSeconds`.
  static func until(
    _ what: String, or isHopeless: @Sendable () -> Bool = { false },
    _ condition: @Sendable () async throws -> Bool
  ) async throws {
    let looks = longestSeconds * 1000 / lookEachMilliseconds
    for _ in 0..<looks {
      if try await condition() || isHopeless() { return }
      await pass(milliseconds: lookEachMilliseconds)
    }
    throw TooLong(description: "waited \(longestSeconds) s in vain until \(what)")
  }

  /// Lets a process outside go on for a while: the only way to strike it at a random moment.
  static func pass(milliseconds: Int) async {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) {
        continuation.resume()
      }
    }
  }
}
