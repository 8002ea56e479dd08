package import CheckinFlows
package import Logging

extension Engine {
  /// What the tenant and the administrator have decided.
  package struct Configuration: Sendable {
    package var tenant: TenantID
    package var zone: TenantZone
    package var flows: FlowRunner.Configuration
    /// Key of the codes' hashes, at least 16 bytes.
    package var codeKey: [UInt8]
    /// Brakes for courtesy messages, by the provider's name.
    package var brakes: [String: BrakeLimits]
    package var heartbeatSeconds: Int

    package init(
      tenant: TenantID = .first, zone: TenantZone, flows: FlowRunner.Configuration,
      codeKey: [UInt8], brakes: [String: BrakeLimits] = [:], heartbeatSeconds: Int = 60
    ) {
      self.tenant = tenant
      self.zone = zone
      self.flows = flows
      self.codeKey = codeKey
      self.brakes = brakes
      self.heartbeatSeconds = heartbeatSeconds
    }
  }

  /// Everything outside the engine that it works with.
  package struct World: Sendable {
    package var store: any Store
    /// In order of preference.
    package var providers: [any TelephonyProvider]
    package var clock: any EngineClock
    package var random: any RandomSource
    package var signals: EngineSignals
    package var metrics: EngineMetrics
    package var logger: Logger
    package var steady: (any SteadyClock)?
    package var disk: (any DiskSpace)?
    package var outside: (any OutsideCommand)?
    package var heartbeat: (any HeartbeatTarget)?

    package init(
      store: any Store, providers: [any TelephonyProvider], clock: any EngineClock,
      random: any RandomSource, signals: EngineSignals = EngineSignals(),
      metrics: EngineMetrics = EngineMetrics(),
      logger: Logger = Logger(label: "gatewayd.engine")
    ) {
      self.store = store
      self.providers = providers
      self.clock = clock
      self.random = random
      self.signals = signals
      self.metrics = metrics
      self.logger = logger
    }
  }

  /// The desks that are written on top of the engine; each is made once, from its core.
  package struct Desks: Sendable {
    package var operators: @Sendable (EngineCore) -> any OperatorDesk
    package var calls: @Sendable (EngineCore) -> any CallDesk

    package init(
      operators: @escaping @Sendable (EngineCore) -> any OperatorDesk,
      calls: @escaping @Sendable (EngineCore) -> any CallDesk
    ) {
      self.operators = operators
      self.calls = calls
    }
  }
}
