/// Runs the administrator's own command of the outside path, such as one that rings a bell.
package protocol OutsideCommand: Sendable {
  /// Called with the case's reference and nothing else. True when the command ended with success
  /// within its time limit.
  func run(_ command: String, caseReference: String) async -> Bool
}

/// Tells an outside checker that the service is well; its silence raises the alarm there.
package protocol HeartbeatTarget: Sendable {
  /// True when the ping was taken.
  func ping() async -> Bool
}

/// A clock that only ever runs forward and that nobody can set; the measure for the wall clock.
package protocol SteadyClock: Sendable {
  /// Milliseconds since some fixed point of this process.
  func milliseconds() -> Int64
}

/// Asked again and again how much room the disk has.
package protocol DiskSpace: Sendable {
  /// `nil` when it cannot be told.
  func freeBytes() -> Int64?
}
