/// A store that tells the process of every commit, so that no caller can forget to.
package struct SignallingStore: Store {
  private let base: any Store
  private let signals: EngineSignals

  package init(_ base: any Store, signals: EngineSignals) {
    self.base = base
    self.signals = signals
  }

  package func write<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) async throws -> Result {
    let result = try await base.write(body)
    signals.somethingChanged()
    return result
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
