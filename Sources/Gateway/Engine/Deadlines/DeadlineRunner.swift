package import CheckinFlows
import Logging
import Synchronization

/// Wakes what is due. A stored deadline is a hint: the machine itself decides whether its time has
/// come, so a stale or doubled wake-up does nothing.
package final class DeadlineRunner: Sendable {
  /// Flows that are woken side by side; their transactions share durable commits.
  static let mostAtOnce = 512
  /// A flow that could not be woken is tried again after this; the others go on.
  static let retrySeconds = 5
  /// The running job looks at least this often, only to show that it lives: nothing depends on it.
  static let tickSeconds = 4

  let store: any Store
  let flows: FlowRunner
  let calls: any CallDesk
  let faults: FaultDesk
  let clock: any EngineClock
  let metrics: EngineMetrics
  let status: EngineStatus
  let logger: Logger
  private let stuck = Mutex<[FlowID: Instant]>([:])

  package init(_ core: EngineCore, calls: any CallDesk) {
    store = core.store
    flows = core.flows
    self.calls = calls
    faults = core.faults
    clock = core.clock
    metrics = core.metrics
    status = core.status
    logger = core.logger
  }

  /// Wakes all that is due now. Returns when the next step is due.
  package func step() async throws -> Instant? {
    _ = try await wakeDue()
    let skipped = forgetOldRetries(at: clock.now())
    guard !skipped.isEmpty else { return try await store.read { try $0.nextDeadline() } }
    // Those that are stuck hide the next deadline; all are looked at when the first is tried again.
    return skipped.values.min()
  }

  /// The same for the long job, which also shows that it lives.
  func tick() async throws -> Instant? {
    let alive = clock.now().adding(seconds: Self.tickSeconds)
    return min(try await step() ?? alive, alive)
  }

  /// Wakes all that is due now. Returns how many flows it woke.
  package func wakeDue() async throws -> Int {
    var woken = 0
    while true {
      let now = clock.now()
      status.ticked(at: now)
      let skipped = forgetOldRetries(at: now)
      let limit = Self.mostAtOnce + skipped.count
      let due = try await store.read { try $0.dueDeadlines(at: now, limit: limit) }
        .filter { skipped[$0.flow] == nil }
      guard !due.isEmpty else { return woken }
      await wake(due)
      woken += due.count
    }
  }

  private func wake(_ due: [Deadline]) async {
    let failed = await withTaskGroup { group in
      for deadline in due {
        group.addTask { await self.wakeOrSetAside(deadline) }
      }
      return await group.reduce(0) { $0 + ($1 ? 0 : 1) }
    }
    if failed > 0 { await faults.report(.flowStuck, at: clock.now()) }
  }

  private func wakeOrSetAside(_ deadline: Deadline) async -> Bool {
    let now = clock.now()
    do {
      try await store.write { [self] transaction in
        try wake(deadline.flow, in: transaction, at: now)
      }
      observeLateness(of: deadline, at: now)
      return true
    } catch is StaleVersion {
      // Somebody else moved it on: it is woken again if it is still due.
      return true
    } catch {
      setAside(deadline.flow, error, at: now)
      return false
    }
  }

  private func wake(
    _ flow: FlowID, in transaction: any StoreTransaction, at now: Instant
  ) throws {
    switch flow {
    case .watch(let id):
      try flows.apply(.deadlinePassed, to: id, cause: .system, in: transaction, at: now)
    case .case(let id):
      try flows.apply(.deadlinePassed, to: id, cause: .system, in: transaction, at: now)
    case .call(let ref):
      try endUntoldCall(ref, in: transaction, at: now)
    }
  }

  /// The provider never told the end of this call. The flows have their own clocks; only the row
  /// is tidied, and what a hang-up means is done.
  private func endUntoldCall(
    _ ref: CallRef, in transaction: any StoreTransaction, at now: Instant
  ) throws {
    let call = try transaction.call(ref)
    guard try flows.endCall(ref, in: transaction, at: now), let call else { return }
    let wasPickedUp = call.pickedUpAt != nil
    try calls.callEnded(
      call, because: wasPickedUp ? .hadBeenAnswered : .notAnswered, in: transaction, at: now)
  }

  // MARK: Flows that cannot be woken

  private func setAside(_ flow: FlowID, _ error: any Error, at now: Instant) {
    stuck.withLock { $0[flow] = now.adding(seconds: Self.retrySeconds) }
    metrics.count(.engineStepsFailed)
    logger.error(
      "deadline.failed", metadata: ["flow": "\(flow)", "error": "\(type(of: error))"])
  }

  /// Those that are not to be tried yet.
  private func forgetOldRetries(at now: Instant) -> [FlowID: Instant] {
    stuck.withLock { stuck in
      stuck = stuck.filter { $0.value > now }
      return stuck
    }
  }

  private func observeLateness(of deadline: Deadline, at now: Instant) {
    let milliseconds = now.milliseconds - deadline.dueAt.milliseconds
    metrics.observe(
      .engineLatenessSeconds, ["step": "deadline"], seconds: Double(max(0, milliseconds)) / 1000)
  }
}
