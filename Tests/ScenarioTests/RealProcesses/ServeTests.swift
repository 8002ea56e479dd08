import CheckinFlows
import Foundation
import GatewayHTTP
import TestSupport
import Testing

@Suite struct ServeTests {
  @Test func `SIGTERM while a call is in hand ends within seconds and loses nothing`() async throws
  {
    let place = try await Installation()
    let gateway = try await place.serve()
    let path = "/phones/\(Cast.adasNumber.e164)/behaviour"
    _ = await place.asksLine(.put, path, #"{"answer":"person","afterSeconds":0.1}"#)
    let end = Date().addingTimeInterval(1).formatted(.iso8601)
    let order = #"{"person":"1","endTime":"\#(end)","activity":"meeting"}"#
    let watch = try #require(await place.asks(.post, "/watches", order))
    let ref = try #require(watch["ref"] as? String)
    try await Wait.until("the call is answered") {
      let phone = await place.asksLine(.get, "/phones/\(Cast.adasNumber.e164)")
      let calls = phone?["calls"] as? [[String: Any]] ?? []
      return calls.contains { $0["state"] as? String == "answered" }
    }
    gateway.kill(SIGTERM)
    #expect(try await gateway.untilItEnds() == 0)
    #expect(gateway.output.contains("service.stopped"))
    let again = try await place.serve()
    try await Wait.until("the case is open") {
      await place.asks(.get, "/watches/\(ref)")?["state"] as? String == "awaitingOperator"
    }
    again.kill(SIGTERM)
    #expect(try await again.untilItEnds() == 0)
    let evidence = try await Evidence.gathered(at: place)
    #expect(evidence.firstBrokenLogEntry == nil)
    #expect(evidence.watches.map(\.stepsOutOfOrder) == [[]])
    #expect(evidence.watches.allSatisfy { $0.calls <= $0.attempts })
    await place.close()
  }

  @Test func `a second serve on the same database is refused and says who has it`() async throws {
    let place = try await Installation()
    let gateway = try await place.serve()
    var settings = place.settings
    settings["GATEWAYD_HTTP_PORT"] = "\(try FreePort.take())"
    settings["GATEWAYD_OPS_PORT"] = "\(try FreePort.take())"
    let second = try await RealProcess.run("gatewayd", ["serve"], environment: settings)
    #expect(second.status == 1)
    #expect(second.output.contains("another `gatewayd serve`, process"))
    #expect(gateway.status == nil)
    gateway.kill(SIGTERM)
    #expect(try await gateway.untilItEnds() == 0)
    await place.close()
  }

  @Test func `a port in use is told by its key`() async throws {
    let place = try await Installation()
    let taken = try await place.serve()
    let other = try await Installation(["GATEWAYD_HTTP_PORT": "\(place.port)"])
    let second = try await RealProcess.run("gatewayd", ["serve"], environment: other.settings)
    #expect(second.status == 1)
    #expect(second.output.contains("A port is in use"))
    #expect(second.output.contains("http.port \(place.port)"))
    taken.kill(SIGTERM)
    #expect(try await taken.untilItEnds() == 0)
    await place.close()
    await other.close()
  }

  @Test func `a folder that cannot be written is told, and an unknown key is refused`()
    async throws
  {
    let place = try await Installation()
    var settings = place.settings
    settings["GATEWAYD_DATABASE_URL"] = "sqlite:/proc/gatewayd/gatewayd.db"
    let unwritable = try await RealProcess.run("gatewayd", ["serve"], environment: settings)
    #expect(unwritable.status == 1)
    #expect(unwritable.output.contains("/proc/gatewayd"))
    settings = place.settings
    settings["GATEWAYD_WATCH_ATTEMTS"] = "2"
    let unknown = try await RealProcess.run("gatewayd", ["serve"], environment: settings)
    #expect(unknown.status == 1)
    #expect(unknown.output.contains("GATEWAYD_WATCH_ATTEMPTS"))
    await place.close()
  }
}
