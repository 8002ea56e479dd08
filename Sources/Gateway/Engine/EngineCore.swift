package import CheckinFlows
package import Logging

/// What every use case is built of. Desks that are written on top of the engine get this.
package struct EngineCore: Sendable {
  package let tenant: TenantID
  package let zone: TenantZone
  /// Signals after every commit.
  package let store: any Store
  /// The same store without signals, for the jobs that answer them.
  let quietStore: any Store
  package let flows: FlowRunner
  package let codes: CodeKeeper
  package let providers: ProviderPool
  package let random: any RandomSource
  package let clock: any EngineClock
  package let signals: EngineSignals
  package let metrics: EngineMetrics
  package let status: EngineStatus
  package let logger: Logger

  init(_ configuration: Engine.Configuration, _ world: Engine.World) {
    tenant = configuration.tenant
    zone = configuration.zone
    signals = world.signals
    metrics = world.metrics
    status = EngineStatus()
    clock = world.clock
    store = SignallingStore(
      world.store, signals: signals, status: status, metrics: metrics, clock: clock)
    quietStore = SignallingStore(
      world.store, signals: nil, status: status, metrics: metrics, clock: clock)
    flows = FlowRunner(configuration.flows, random: world.random, metrics: metrics)
    codes = CodeKeeper(key: configuration.codeKey)
    providers = ProviderPool(world.providers, brakes: configuration.brakes)
    random = world.random
    logger = world.logger
  }

  package var faults: FaultDesk {
    FaultDesk(store: store, flows: flows, tenant: tenant, logger: logger)
  }

  func loop(
    _ name: String, on topic: EngineSignals.Topic? = nil, _ step: @escaping WorkerLoop.Step
  ) -> WorkerLoop {
    WorkerLoop(
      name: name, topic: topic, clock: clock, signals: signals, logger: logger, step: step)
  }
}
