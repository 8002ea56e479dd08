import CheckinFlows

/// A store that tells the process of every commit, so that no caller can forget to, and keeps in
/// mind whether the store can be written.
package struct SignallingStore: Store {
  private let base: any Store
  private let signals: EngineSignals?
  private let status: EngineStatus
  private let metrics: EngineMetrics
  private let clock: any EngineClock

  /// - Parameter signals: `nil` for the jobs that answer signals: their own claims must not wake
  ///   them again. They raise the signal themselves when they have changed something.
  package init(
    _ base: any Store, signals: EngineSignals?, status: EngineStatus, metrics: EngineMetrics,
    clock: any EngineClock
  ) {
    self.base = base
    self.signals = signals
    self.status = status
    self.metrics = metrics
    self.clock = clock
  }

  package func write<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) async throws -> Result {
    let began = clock.now()
    do {
      let result = try await base.write(body)
      status.storeWrote()
      signals?.somethingChanged()
      let milliseconds = clock.now().milliseconds - began.milliseconds
      metrics.observe(.databaseTransactionSeconds, seconds: Double(max(0, milliseconds)) / 1000)
      return result
    } catch let failure as StoreFailure {
      status.storeFailed(failure)
      throw failure
    }
  }

  package func read<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreReading) throws -> Result
  ) async throws -> Result {
    try await base.read(body)
  }

  package func close() async {
    await base.close()
  }
}
