import CheckinFlows
import Foundation
import Gateway
import GatewayEngine
import TestSupport
import Testing

@Suite("gatewayd check")
struct CheckTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path(of: "gatewayd.db")
  }

  private func findings(_ more: [String: String] = [:]) async -> [ConfigurationFinding] {
    var layers = ConfigurationLayers()
    layers.environment = [
      "GATEWAYD_DATABASE_URL": "sqlite:\(path)", "GATEWAYD_HTTP_PORT": "0",
      "GATEWAYD_OPS_PORT": "0",
    ].merging(more) { _, new in new }
    return await InstallationCheck(layers, isOffline: true, clock: ManualClock()).run()
  }

  private func openDesk() async throws -> Administration {
    var configuration = GatewayConfiguration()
    configuration.databasePath = path
    return try await Administration.open(configuration, clock: ManualClock())
  }

  @Test("an empty ladder and one without anybody on duty are warnings")
  func ladder() async throws {
    #expect(await findings().contains { $0.text.hasPrefix("There is no database yet") })
    let desk = try await openDesk()
    #expect(await findings().contains { $0.text.hasPrefix("Nobody is on the ladder") })
    _ = try await desk.addUser(
      UserOrder(name: "Olga", role: .operator, number: Cast.olgasNumber.e164))
    #expect(await findings().contains { $0.text.hasPrefix("Nobody is on duty") })
    _ = try await desk.setDuty(true, of: "Olga")
    #expect(await !findings().contains { $0.text.hasPrefix("Nobody") })
    let abroad = await findings(["GATEWAYD_SERVICE_COUNTRIES": "47"])
    #expect(abroad.contains { $0.level == .error && $0.text.hasPrefix("Olga is on duty with") })
    await desk.close()
  }

  @Test("a port that another program has, or both listeners, is an error")
  func ports() async throws {
    let busy = try BusyPort()
    let taken = await findings(["GATEWAYD_HTTP_PORT": "\(busy.port)"])
    #expect(taken.contains { $0.level == .error && $0.key == "http.port" })
    withExtendedLifetime(busy) {}
    let same = await findings(["GATEWAYD_HTTP_PORT": "9", "GATEWAYD_OPS_PORT": "9"])
    #expect(same.contains { $0.key == "ops.port" && $0.text.contains("are the same") })
    let foreign = await findings(["GATEWAYD_OPS_BIND": "192.0.2.1"])
    #expect(foreign.contains { $0.key == "ops.bind" })
  }

  @Test("a file that is no database is an error that names it")
  func noDatabase() async throws {
    try Data("no database, but some words that are long enough".utf8)
      .write(to: URL(filePath: path))
    let found = await findings()
    #expect(found.contains { $0.key == "database.url" && $0.text.hasPrefix(path) })
    #expect(found.contains { $0.level == .warning && $0.text.contains("chmod 600") })
  }

  @Test("the exit code tells errors from warnings")
  func exitCodes() throws {
    let warned = CheckReport([.warning("w", key: "a.b"), .warning("w", key: "a.b")])
    #expect(warned.findings.count == 1)
    #expect(warned.exitCode(isStrict: false) == 0)
    #expect(warned.exitCode(isStrict: true) == 1)
    #expect(warned.text == "WARNING w")
    let json = #"{"findings":[{"key":"a.b","level":"WARNING","text":"w"}]}"#
    #expect(try warned.json() == json)
    #expect(CheckReport([.warning("w"), .error("e")]).exitCode(isStrict: false) == 2)
    #expect(CheckReport([]).exitCode(isStrict: true) == 0)
  }
}

/// A port on this machine that is taken while this object lives.
private final class BusyPort {
  struct Unavailable: Error {}

  let port: Int
  private let descriptor: Int32

  init() throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = descriptor
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, size) + listen(descriptor, 1)
          + getsockname(descriptor, address, &size)
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    guard result == 0 else { throw Unavailable() }
  }

  deinit {
    close(descriptor)
  }
}
