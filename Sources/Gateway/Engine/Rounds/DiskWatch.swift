package import CheckinFlows

/// Sees that the disk fills up while there is still room to store the fault and page somebody.
package struct DiskWatch: Sendable {
  static let intervalSeconds = 30
  /// Room for hours of log and backup copies; a full disk takes no check-in.
  static let fewestBytes: Int64 = 200 * 1024 * 1024

  let space: any DiskSpace
  let faults: FaultDesk
  let clock: any EngineClock

  package init(_ core: EngineCore, space: any DiskSpace) {
    self.space = space
    faults = core.faults
    clock = core.clock
  }

  package func step() async throws -> Instant? {
    let now = clock.now()
    if let free = space.freeBytes(), free < Self.fewestBytes {
      await faults.report(.diskAlmostFull, at: now)
    }
    return now.adding(seconds: Self.intervalSeconds)
  }
}
