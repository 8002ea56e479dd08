/// A store that tells the process of every commit, so that no caller can forget to, and keeps in
/// mind whether the store can be written.
package struct SignallingStore: Store {
  private let base: any Store
  private let signals: EngineSignals?
  private let status: EngineStatus
  private let metrics: EngineMetrics

  /// - Parameter signals: `nil` for the jobs that answer signals: their own claims must not wake
  ///   them again. They raise the signal themselves when they have changed something.
  package init(
    _ base: any Store, signals: EngineSignals?, status: EngineStatus, metrics: EngineMetrics
  ) {
    self.base = base
    self.signals = signals
    self.status = status
    self.metrics = metrics
  }

  package func write<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) async throws -> Result {
    let began = ContinuousClock.now
    do {
      let result = try await base.write(body)
      status.storeWrote()
      signals?.somethingChanged()
      let seconds = (ContinuousClock.now - began) / .seconds(1)
      metrics.observe(.databaseTransactionSeconds, seconds: seconds)
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
