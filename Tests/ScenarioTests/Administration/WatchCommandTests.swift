import CheckinFlows
import Foundation
import Gateway
import GatewayEngine
import TestSupport
import Testing

@Suite("gatewayd watch, token and audit")
struct WatchCommandTests {
  private func officeWithWatch() async throws -> (AdministrationDesk, WatchID) {
    let office = try await AdministrationDesk()
    let desk = office.desk
    let (ada, _) = try await desk.addPerson(PersonOrder(name: "Ada", number: "070-174 06 05"))
    let id = try await desk.store.write { transaction in
      _ = try transaction.adopt(Policy(), for: .first, at: ManualClock.evening)
      return try desk.actions.startWatch(
        WatchRequest(
          person: ada.id, end: ManualClock.evening.adding(minutes: 60), activity: .meeting,
          note: "möte"), by: .named("test"), in: transaction, at: ManualClock.evening)
    }
    return (office, id)
  }

  @Test("a watch is closed with a reason, once")
  func closes() async throws {
    let (office, id) = try await officeWithWatch()
    #expect(try await office.desk.watches(includingClosed: false, limit: 9).count == 1)
    try await office.desk.closeWatch(id.reference, as: .cancelled, reason: "inställt")
    #expect(try await office.desk.watches(includingClosed: false, limit: 9).isEmpty)
    let facts = try await office.desk.watch(id.reference)
    #expect(facts.watch.phase == .closed(.cancelled, at: ManualClock.evening))
    let text = WatchText(zone: office.desk.zone).whole(facts)
    #expect(text.contains("closed cancelled"))
    #expect(text.contains("watch.armed  end 2026-03-12 21:10:00"))
    let words = await refusal {
      try await office.desk.closeWatch(id.reference, as: .safe, reason: "igen")
    }
    #expect(!words.isEmpty)
  }

  @Test("a watch that a case holds stays open, and the words name the case")
  func heldWatch() async throws {
    let (office, id) = try await officeWithWatch()
    let desk = office.desk
    try await desk.store.write { transaction in
      _ = try desk.actions.flows.apply(
        .help(silent: false, .text(sentAt: nil)), to: id, cause: .system, in: transaction,
        at: ManualClock.evening)
    }
    let words = await refusal {
      try await desk.closeWatch(id.reference, as: .safe, reason: "ringt")
    }
    let holding = try #require(try await desk.watch(id.reference).cases.first)
    #expect(words.contains("Case \(holding.id.reference) holds the watch"))
    #expect(try await desk.watches(includingClosed: false, limit: 9).count == 1)
  }

  @Test("a token works in its scope until its days are over or it is revoked")
  func tokens() async throws {
    let office = try await AdministrationDesk()
    let access = office.desk.access
    let token = try await access.createToken(named: "probe", scope: .operate, days: 2)
    let row = try #require(try await access.authorize(token))
    #expect(row.scope.allows(.read))
    #expect(!row.scope.allows(.admin))
    office.clock.advance(minutes: 2 * 24 * 60)
    #expect(try await access.authorize(token) == nil)
    let next = try await access.createToken(named: "probe", scope: .read, days: nil)
    #expect(try await access.revokeToken(named: "probe"))
    #expect(try await access.authorize(next) == nil)
  }

  @Test("what was done and looked at is in the log, and its chain holds")
  func audit() async throws {
    let (office, id) = try await officeWithWatch()
    try await office.desk.logLook("watch.shown", watch: id)
    let kinds = try await office.logKinds()
    #expect(kinds.contains("person.added"))
    #expect(kinds.contains("watch.shown"))
    #expect(try await office.desk.firstBrokenLogEntry() == nil)
  }

  @Test("without a number to name, nothing is ordered that is texted to people")
  func needsNumber() async throws {
    let folder = try TemporaryFolder()
    var configuration = GatewayConfiguration()
    configuration.databasePath = folder.path(of: "gatewayd.db")
    let desk = try await Administration.open(configuration, clock: ManualClock())
    let words = await refusal { try await desk.closeWatch("T1001", as: .safe, reason: "x") }
    #expect(words.contains("service.number"))
    await desk.close()
  }
}
