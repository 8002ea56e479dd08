package import CheckinFlows

/// The only clock that the engine knows. Tests move it by hand; the demo runs it faster.
package protocol EngineClock: Sendable {
  func now() -> Instant
  /// Returns at `deadline`, at once if it has passed. Throws only `CancellationError`.
  func sleep(until deadline: Instant) async throws
}

/// Where references, page codes and secrets come from. Tests and simulation seed it.
package protocol RandomSource: Sendable {
  /// `count` unpredictable bytes.
  func bytes(_ count: Int) -> [UInt8]
}
