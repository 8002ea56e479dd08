import CheckinFlows
import GatewayEngine
import TestSupport
import Testing

@Suite("One flow that cannot be read")
struct StuckItemTests {
  @Test("It does not hold up the pages of the others, and is a fault")
  func othersGoOn() async throws {
    let harness = try await EngineHarness.make()
    try await harness.receive("21.30 möte", from: Cast.cleosNumber)
    try await harness.receive("hjälp", from: Cast.adasNumber)
    try await harness.sql("UPDATE watches SET body = '{}' WHERE person = 3")
    try await harness.engine.settle()
    #expect(await harness.provider.calls(to: Cast.olgasNumber).isEmpty == false)
    #expect(await harness.provider.texts(to: Cast.adasNumber).count == 1)
    #expect(try await harness.openCases().map(\.faultName).contains(Fault.flowStuck.name))
  }

  @Test("The service starts all the same")
  func start() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("21.30 möte", from: Cast.cleosNumber)
    try await harness.sql("UPDATE watches SET body = '{}' WHERE person = 3")
    let restarted = harness.restarted()
    try await restarted.engine.start()
    #expect(try await restarted.openCases().map(\.faultName) == [Fault.flowStuck.name])
    try await restarted.text("hjälp", from: Cast.adasNumber)
    #expect(await harness.provider.calls(to: Cast.omarsNumber).isEmpty == false)
  }
}
