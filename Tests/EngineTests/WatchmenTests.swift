import CheckinFlows
import GatewayEngine
import Synchronization
import TestSupport
import Testing

@Suite("Those who watch the service")
struct WatchmenTests {
  @Test("The heart beats while all is well, and stops at an open fault")
  func heartbeat() async throws {
    let harness = try await EngineHarness.make()
    let target = CountingTarget()
    let heartbeat = Heartbeat(
      harness.engine.core, target: target, intervalSeconds: 60)
    _ = try await harness.engine.deadlines.step()
    try await harness.engine.makeRounds()
    _ = try await heartbeat.step()
    #expect(target.pings == 1)
    await harness.engine.core.faults.report(.diskAlmostFull, at: harness.clock.now())
    try await harness.engine.makeRounds()
    _ = try await heartbeat.step()
    #expect(target.pings == 1)
  }

  @Test("An auditor that cannot get through stops the heart, though nothing was found")
  func deafAuditor() async throws {
    let harness = try await EngineHarness.make()
    let status = harness.engine.core.status
    _ = try await harness.engine.deadlines.step()
    #expect(!status.isWell(at: harness.clock.now()))
    try await harness.engine.makeRounds()
    #expect(status.isWell(at: harness.clock.now()))
    harness.clock.advance(seconds: EngineStatus.freshAuditSeconds + 1)
    _ = try await harness.engine.deadlines.step()
    #expect(!status.isWell(at: harness.clock.now()))
  }

  @Test("A clock that jumps is a fault; one that runs is none", arguments: [0, 3])
  func clock(jumpSeconds: Int) async throws {
    let harness = try await EngineHarness.make()
    let steady = HandSteadyClock()
    let watch = ClockWatch(harness.engine.core, steady: steady)
    _ = try await watch.step()
    harness.clock.advance(seconds: 10 + jumpSeconds)
    steady.advance(milliseconds: 10_000)
    _ = try await watch.step()
    let faults = try await harness.openCases().map(\.faultName)
    #expect(faults == (jumpSeconds == 0 ? [] : [Fault.clockJumped.name]))
  }

  @Test("A disk that fills up is a fault while there is still room")
  func disk() async throws {
    let harness = try await EngineHarness.make()
    _ = try await DiskWatch(harness.engine.core, space: FixedDisk(bytes: 1 << 40)).step()
    #expect(try await harness.openCases().isEmpty)
    let full = DiskWatch(harness.engine.core, space: FixedDisk(bytes: 1 << 20))
    _ = try await full.step()
    _ = try await full.step()
    #expect(try await harness.openCases().map(\.faultName) == [Fault.diskAlmostFull.name])
  }

  @Test("When nothing can be stored those on duty are texted from memory, once")
  func emergency() async throws {
    let harness = try await EngineHarness.make()
    _ = try await harness.engine.emergency.step()
    #expect(await harness.provider.posted.isEmpty)
    harness.engine.core.status.storeFailed(.diskFull)
    _ = try await harness.engine.emergency.step()
    _ = try await harness.engine.emergency.step()
    #expect(await harness.provider.texts(to: Cast.olgasNumber).count == 1)
    #expect(await harness.provider.texts(to: Cast.omarsNumber).count == 1)
    #expect(await harness.provider.texts(to: Cast.adasNumber).isEmpty)
  }

  @Test("The janitor forgets old keys and keeps young ones")
  func janitor() async throws {
    let harness = try await EngineHarness.make()
    try await harness.text("test", from: Cast.cleosNumber, id: "old")
    harness.clock.advance(minutes: 31 * 24 * 60)
    try await harness.text("test", from: Cast.cleosNumber, id: "young")
    _ = try await harness.engine.janitor.step()
    let (old, young) = try await harness.store.write { [now = harness.clock.now()] transaction in
      let rows = ["text:old", "text:young"].map {
        InboundRow(provider: "first", key: $0, receivedAt: now)
      }
      return (try transaction.insert(rows[0]), try transaction.insert(rows[1]))
    }
    #expect(old)
    #expect(!young)
  }
}

private final class CountingTarget: HeartbeatTarget {
  private let count = Mutex(0)
  var pings: Int { count.withLock { $0 } }

  func ping() async -> Bool {
    count.withLock { $0 += 1 }
    return true
  }
}

private final class HandSteadyClock: SteadyClock {
  private let time = Mutex<Int64>(0)

  func advance(milliseconds: Int64) { time.withLock { $0 += milliseconds } }
  func milliseconds() -> Int64 { time.withLock { $0 } }
}

private struct FixedDisk: DiskSpace {
  let bytes: Int64
  func freeBytes() -> Int64? { bytes }
}
