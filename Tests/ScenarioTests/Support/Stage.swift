import CheckinFlows
import Foundation
import GatewayEngine
import GatewayHTTP
import Logging
import ServiceLifecycle
import TestSupport
import Testing

@testable import Gateway
@testable import MockLine

/// The whole gateway and a telephone company on loopback, over a real database file, with one clock
/// that the test moves.
///
/// The gateway's parts are those of `gatewayd serve`; only its long jobs are carried out by hand, so
/// that every story goes the same way each time.
final class Stage: Sendable {
  let service: GatewayService
  let line: MockLineServer
  let clock: ManualClock
  let client: CurlClient
  let folder: TemporaryFolder
  let rounds: RoundsCalendar

  static let secret = "s3cret-of-the-stage-0123456789"
  static let bosCode = "4711"
  static let bosDuressCode = "9152"

  init(
    _ service: GatewayService, _ line: MockLineServer, _ clock: ManualClock,
    _ folder: TemporaryFolder
  ) throws {
    self.service = service
    self.line = line
    self.clock = clock
    self.folder = folder
    client = try CurlClient()
    rounds = RoundsCalendar(first: clock.now().adding(seconds: RoundsCalendar.everySeconds))
  }

  var store: any Store { service.store }
  var address: String { service.configuration.publicURL }

  /// Ada has no code, Bo has both, Cleo has two numbers; Olga and Omar are on duty, in that order.
  var ada: Participant { participant(Cast.adasNumber) }
  var bo: Participant { participant(Cast.bosNumber) }
  var cleo: Participant { participant(Cast.cleosNumber) }
  var olga: Participant { participant(Cast.olgasNumber) }
  var omar: Participant { participant(Cast.omarsNumber) }
  var stranger: Participant { participant(Cast.strangersNumber) }

  func participant(_ number: PhoneNumber) -> Participant {
    Participant(number: number, stage: self)
  }

  // MARK: Opening and closing

  /// Opens everything at 20:10 on a Thursday in March, tells the story, and looks at what holds for
  /// all stories: the provider's rules were kept, and the log's chain verifies.
  static func run(
    _ settings: [String: String] = [:], nobodyOnDuty: Bool = false,
    _ story: @Sendable @escaping (Stage) async throws -> Void
  ) async throws {
    let stage = try await build(settings)
    try await stage.casting(nobodyOnDuty: nobodyOnDuty)
    var logger = Logger(label: "stage")
    logger.logLevel = .critical
    let (ready, inlet) = AsyncStream<Void>.makeStream()
    let services = ServiceGroup(
      configuration: .init(
        services: [
          .init(service: stage.service.publicListener(onReady: { _ in inlet.yield() })),
          .init(service: stage.line),
        ], logger: logger))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { inlet.finish() }
        try await services.run()
      }
      for await _ in ready { break }
      _ = await stage.line.port
      let outcome = await Result { try await stage.perform(story) }
      await stage.line.quiesce()
      await services.triggerGracefulShutdown()
      try await group.waitForAll()
      await stage.client.shutdown()
      await stage.service.close()
      try outcome.get()
    }
  }

  private func perform(_ story: (Stage) async throws -> Void) async throws {
    for provider in service.providers { _ = try await provider.provider.configureNumber() }
    try await service.engine.start()
    try await service.engine.makeRounds()
    try await settle()
    try await story(self)
    try await settle()
    #expect(violations == [], "the gateway broke a rule of the provider's")
    #expect(try await store.read { try $0.firstBrokenLogEntry() } == nil, "the log was tampered")
    _ = try await service.engine.auditor.step()
    #expect(service.engine.core.status.facts.auditFindings == 0, "a promise without a next step")
  }

  private static func build(_ settings: [String: String]) async throws -> Stage {
    let clock = ManualClock()
    let folder = try TemporaryFolder()
    var lineConfiguration = MockLineConfiguration()
    lineConfiguration.seed = 1
    lineConfiguration.port = try FreePort.take()
    let line = MockLineServer(configuration: lineConfiguration, clock: StageLineClock(clock: clock))
    var layers = ConfigurationLayers()
    layers.environment = try environment(folder, linePort: lineConfiguration.port)
    layers.environment.merge(settings) { _, new in new }
    var logger = Logger(label: "stage.gateway")
    logger.logLevel = .critical
    let service = try await GatewayService(
      try await GatewayConfiguration.load(layers), clock: clock, random: SeededRandom(),
      watchesMachine: false, logger: logger)
    return try Stage(service, line, clock, folder)
  }

  private static func environment(
    _ folder: TemporaryFolder, linePort: Int
  ) throws -> [String: String] {
    [
      "GATEWAYD_SERVICE_NAME": "Trygghet VGR",
      "GATEWAYD_DATABASE_URL": "sqlite:" + folder.path(of: "gatewayd.db"),
      "GATEWAYD_VOICE_CACHE": SharedPrompts.folder,
      "GATEWAYD_HTTP_PORT": "\(try FreePort.take())",
      "GATEWAYD_PROVIDERS": "46elks",
      "GATEWAYD_PROVIDERS_46ELKS_BASE_URL": "http://127.0.0.1:\(linePort)/46elks/a1",
      "GATEWAYD_PROVIDERS_46ELKS_USERNAME": "u0123456789abcdef0123456789abcdef",
      "GATEWAYD_PROVIDERS_46ELKS_PASSWORD": "secret",
      "GATEWAYD_PROVIDERS_46ELKS_NUMBER": Cast.ourNumber.e164,
      "GATEWAYD_PROVIDERS_46ELKS_WEBHOOK_SECRET": secret,
    ]
  }

  private func casting(nobodyOnDuty: Bool) async throws {
    let (now, policy) = (clock.now(), service.configuration.policy)
    let codes = service.engine.core.codes
    try await store.write { transaction in
      try Cast.save(in: transaction, policy: policy, at: now)
      guard var bo = try transaction.person(Cast.bo) else { return }
      bo.codeHash = codes.hash(personCode: Self.bosCode, of: bo.id)
      bo.duressCodeHash = codes.hash(personCode: Self.bosDuressCode, of: bo.id)
      try transaction.save(bo)
      guard nobodyOnDuty else { return }
      for id in [Cast.olga, Cast.omar] {
        guard var row = try transaction.operator(id) else { continue }
        row.onDutySince = nil
        try transaction.save(row)
      }
    }
  }
}

extension Result where Failure == any Error {
  fileprivate init(_ work: () async throws -> Success) async {
    do { self = .success(try await work()) } catch { self = .failure(error) }
  }
}
