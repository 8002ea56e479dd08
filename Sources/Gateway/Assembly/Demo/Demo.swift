import CheckinFlows
import Foundation
import GatewayEngine
import GatewayHTTP
import GatewayWeb
package import Logging

/// The whole service on a temporary database, with the mock telephone company as a child process
/// and invented people, on a clock that can go faster.
package struct Demo: Sendable {
  package var speed = 1
  package var port = 8080
  package var seeds = true

  package init() {}

  /// Runs until Ctrl-C and leaves nothing behind.
  /// - Parameter onReady: gets the addresses of the page and of the phones alone.
  package func run(
    logger: Logger, onReady: @escaping @Sendable (_ page: String, _ phones: String) -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "gatewayd-demo-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let telephone = try await DemoTelephone()
    let clock = DemoClock(speed: speed)
    let gateway = try await GatewayService(
      configuration(in: folder, linePort: telephone.port), clock: clock, watchesMachine: false,
      logger: logger)
    if seeds { try await DemoPeople.seed(gateway, at: clock.now()) }
    let pace = DemoPace(clock: clock, store: gateway.store)
    let board = DemoBoard(
      stage: DemoPeople.stage(linePort: telephone.port), store: gateway.store,
      signals: gateway.engine.core.signals, clock: clock, pace: pace,
      tenant: gateway.actions.tenant)
    let conductor = DemoConductor(
      pace: pace, clock: clock, signals: gateway.engine.core.signals, telephone: telephone,
      client: gateway.client, logger: logger)
    let phones = "http://127.0.0.1:\(telephone.port)/"
    var companions = Companions()
    companions.services = [telephone, conductor]
    companions.addRoutes = { DemoRoutes(desk: board).add(to: $0) }
    try await gateway.run(with: companions) { port in
      onReady("http://127.0.0.1:\(port)/", phones)
    }
  }

  private func configuration(in folder: URL, linePort: Int) -> GatewayConfiguration {
    var configuration = GatewayConfiguration()
    configuration.http.port = port
    configuration.publicURL = "http://127.0.0.1:\(port)"
    configuration.operations.port = 0
    configuration.databasePath = folder.appending(path: "gatewayd.db").path
    configuration.providers = [line(port: linePort)].compactMap { $0 }
    return configuration
  }

  private func line(port: Int) -> ProviderConfiguration? {
    guard let number = PhoneNumber(e164: DemoPeople.service) else { return nil }
    let secret = SystemRandom().bytes(16).map { String($0, radix: 16) }.joined(separator: "-")
    return ProviderConfiguration(
      name: "46elks", kind: "46elks", baseURL: "http://127.0.0.1:\(port)/46elks/a1",
      username: "u" + String(repeating: "0", count: 32), password: DemoTelephone.password,
      authToken: nil, number: number, configuresNumber: true, webhookSecret: secret,
      sourceAddresses: [], maxPerSecond: 50, maxInFlight: 64)
  }
}
