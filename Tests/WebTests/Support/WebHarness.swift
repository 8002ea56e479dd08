import CheckinFlows
import GatewayEngine
import GatewayHTTP
import GatewayProviders
import GatewayWeb
import Hummingbird
import Logging
import ServiceLifecycle
import TestSupport
import Testing

/// The gateway's web over a real store and a real socket, with time by hand.
struct WebHarness: Sendable {
  static let secret = "s3cret-path"
  static let metricsToken = "metrics-token"
  static let curl = Result { try CurlClient() }

  let temporary: TemporaryStore
  let faulty: FaultyStore
  let engine: Engine
  let access: AccessDesk
  let health: ScriptedHealth
  let baseURL: String
  /// A token that may work watches and cases; its name is `board`.
  let token: String

  var clock: ManualClock { temporary.clock }
  var store: any Store { temporary.store }

  /// Opens the listener, runs the story, closes it.
  static func run(
    opsToken: String? = nil, _ story: @Sendable @escaping (WebHarness) async throws -> Void
  ) async throws {
    let temporary = try await TemporaryStore.withCast()
    let faulty = FaultyStore(temporary.store)
    let engine = try makeEngine(over: faulty, clock: temporary.clock)
    let random = SeededRandom(seed: 7)
    let access = AccessDesk(store: faulty, clock: temporary.clock, random: random)
    let token = try await access.createToken(named: "board", scope: .operate, days: nil)
    let health = ScriptedHealth(engine.core.metrics)
    let router = router(engine, faulty, access, health, opsToken: opsToken)
    try await serve(router) { port in
      try await story(
        WebHarness(
          temporary: temporary, faulty: faulty, engine: engine, access: access, health: health,
          baseURL: "http://127.0.0.1:\(port)", token: token))
    }
  }

  private static func makeEngine(over store: any Store, clock: ManualClock) throws -> Engine {
    let texts = TextSettings(
      serviceName: "Trygghet VGR", phoneNumber: Cast.ourNumber, zone: TenantZone.stockholm.timeZone)
    let flows = FlowRunner.Configuration(
      texts: texts, diallingRule: DiallingRule(ownNumbers: [Cast.ourNumber]))
    let configuration = Engine.Configuration(
      zone: .stockholm, flows: flows, codeKey: [UInt8](repeating: 7, count: 32), brakes: [:])
    let provider = FortySixElks(
      settings: .init(
        name: "46elks", baseURL: "http://127.0.0.1:1/46elks/a1",
        credentials: BasicCredentials(user: "u0123", password: "lösen"), number: Cast.ourNumber,
        publicURL: "https://trygg.example", webhookSecret: secret,
        sources: try SourceAddressRule(allowed: [], trustedProxies: [])),
      client: try curl.get())
    let world = Engine.World(
      store: store, providers: [provider], clock: clock, random: SeededRandom())
    return Engine(
      configuration, world,
      Engine.Desks(
        operators: { OperatorTextDesk($0, sendsCards: false) },
        calls: { TelephoneDesk($0, .init(), audio: PromptShelf()) }))
  }

  private static func router(
    _ engine: Engine, _ store: any Store, _ access: AccessDesk, _ health: ScriptedHealth,
    opsToken: String?
  ) -> Router<WebRequestContext> {
    let router = Router(context: WebRequestContext.self)
    let core = engine.core
    WebhookRoutes(
      providers: core.providers.providers.map { ("46elks", $0) }, desk: engine, clock: core.clock,
      onRejection: { core.metrics.count(.webhookRejected, ["reason": $0.rawValue]) }
    ).add(to: router)
    AudioRoutes(audio: PromptShelf()).add(to: router)
    APIRoutes(
      store: store, clock: core.clock,
      actions: ServiceActions(flows: core.flows, codes: core.codes, tenant: .first),
      access: access, zone: .stockholm
    ).add(to: router)
    HealthRoutes(source: health, metricsToken: opsToken).add(to: router)
    return router
  }

  /// On a port of its own for as long as the story lasts.
  private static func serve(
    _ router: Router<WebRequestContext>, _ story: (Int) async throws -> Void
  ) async throws {
    let (ports, inlet) = AsyncStream<Int>.makeStream()
    var logger = Logger(label: "web-tests")
    logger.logLevel = .critical
    let application = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { inlet.yield($0.localAddress?.port ?? 0) }, logger: logger)
    let services = ServiceGroup(
      configuration: .init(services: [.init(service: application)], logger: logger))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await services.run() }
      var iterator = ports.makeAsyncIterator()
      let port = try #require(await iterator.next())
      let outcome: Result<Void, any Error>
      do {
        outcome = .success(try await story(port))
      } catch {
        outcome = .failure(error)
      }
      await services.triggerGracefulShutdown()
      try await group.waitForAll()
      try outcome.get()
    }
  }
}
