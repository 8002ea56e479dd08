import CheckinFlows
import Foundation
package import GatewayEngine
import GatewayHTTP
import GatewayProviders
import GatewayStore
import GatewayVoice
import GatewayWeb
import Hummingbird
package import Logging
import ServiceLifecycle
import UnixSignals

/// The whole gateway, put together: the one place that sees all targets. It decides nothing.
package final class GatewayService: Sendable {
  package let configuration: GatewayConfiguration
  package let engine: Engine
  package let store: any Store
  let client: CurlClient
  let providers: [(configuration: ProviderConfiguration, provider: any TelephonyProvider)]
  let audio: PromptLibrary
  let actions: ServiceActions
  let access: AccessDesk
  let zone: TenantZone
  let logger: Logger
  private let lock: ServeLock
  private let sqlite: SQLiteStore

  /// Opens the database, migrating it, and takes the lock that only one `serve` may hold.
  /// Throws errors whose descriptions say what to do.
  package init(
    _ configuration: GatewayConfiguration, clock: any EngineClock = SystemClock(),
    random: any RandomSource = SystemRandom(), watchesMachine: Bool = true, logger: Logger
  ) async throws {
    self.configuration = configuration
    self.logger = logger
    zone = try Self.zone(of: configuration)
    try DatabaseFolder.prepare(for: configuration.databasePath)
    lock = try ServeLock(databasePath: configuration.databasePath)
    sqlite = try SQLiteStore.open(path: configuration.databasePath, clock: clock)
    client = try CurlClient()
    providers = try Self.providers(of: configuration, client: client)
    audio = Self.audio(of: configuration, logger: logger)
    let now = clock.now()
    let policy = configuration.policy
    _ = try await sqlite.write { try $0.adopt(policy, for: .first, at: now) }
    let world = Self.world(
      configuration, sqlite, providers.map(\.provider), clock: clock, random: random,
      client: watchesMachine ? client : nil, logger: logger)
    let codeKey = try CodeKeyFile.key(for: configuration)
    try await CodeKeyGuard.confirm(codeKey, in: sqlite)
    engine = Engine(
      try Self.engineConfiguration(configuration, zone: zone, codeKey: codeKey), world,
      Self.desks(configuration, audio: audio))
    store = engine.core.store
    actions = ServiceActions(
      flows: engine.core.flows, codes: engine.core.codes, tenant: engine.core.tenant)
    access = AccessDesk(store: engine.core.store, clock: clock, random: random)
  }

  /// Runs until SIGTERM or SIGINT. What is in hand is finished first: the listeners stop, then the
  /// engine, then connections and the database are closed.
  package func run(
    stopsOnSignals: Bool = true, with companions: Companions = Companions(),
    onReady: @escaping @Sendable (Int) async -> Void = { _ in }
  ) async throws {
    let group = ServiceGroup(
      configuration: .init(
        services: services(companions, onReady: onReady).map {
          .init(
            service: $0, successTerminationBehavior: .gracefullyShutdownGroup,
            failureTerminationBehavior: .gracefullyShutdownGroup)
        }, gracefulShutdownSignals: stopsOnSignals ? [.sigterm, .sigint] : [], logger: logger))
    defer { withExtendedLifetime(lock) {} }
    do {
      try await group.run()
    } catch {
      await close()
      throw ListenerFailure(mapping: error, configuration)
    }
    await close()
  }

  package func close() async {
    await client.shutdown()
    await sqlite.close()
  }

  /// Stopped in the reverse order.
  private func services(
    _ companions: Companions, onReady: @escaping @Sendable (Int) async -> Void
  ) -> [any Service] {
    let setters = providers.filter(\.configuration.configuresNumber).map(\.provider)
    let desk = engine.calls as? TelephoneDesk
    let warmUp =
      configuration.warmsPrompts ? [PromptWarmUp(audio: audio, desk: desk, logger: logger)] : []
    return companions.services + warmUp + [
      ExternalChanges(store: sqlite, signals: engine.core.signals), engine,
      NumberSetter(providers: setters, clock: engine.core.clock, logger: logger),
      operationsListener(),
      publicListener(adding: companions.addRoutes, onReady: onReady),
    ]
  }
}
