import GatewayEngine
import TestSupport
import Testing

@testable import CheckinFlows

@Suite("Watches")
struct WatchTests {
  @Test("a watch comes back as it was saved, whatever its phase", arguments: StoreKind.allCases)
  func roundTrip(kind: StoreKind) async throws {
    let subject = try await kind.open()
    try await subject.insert([Cast.watch(watchID(1001))])
    let phases: [WatchPhase] = [
      .draft, .armed, .reminded, .overdue, .contacting(attempt: 2), .awaitingOperator,
      .closed(.safe, at: evening),
    ]
    for phase in phases {
      let saved = try await subject.change(watchID(1001)) { watch in
        watch.phase = phase
        watch.note = "Möte \"A\"\nåäö 🌙"
        watch.attempts = [ContactAttempt(number: 1, plannedAt: evening)]
        watch.holdingCase = HoldingCase(id: caseID(101), kind: .sos, isClaimed: true)
      }
      #expect(try await subject.store.read { try $0.watch(watchID(1001))?.flow } == saved)
    }
  }

  @Test("a person has one live watch at most", arguments: StoreKind.allCases)
  func oneLiveWatch(kind: StoreKind) async throws {
    let subject = try await kind.open()
    try await subject.insert([Cast.watch(watchID(1001))])
    await #expect(throws: LiveWatchExists(watch: watchID(1001))) {
      try await subject.insert([Cast.watch(watchID(1002))])
    }
    try await subject.insert([Cast.watch(watchID(1003), of: Cast.ada)])

    try await subject.change(watchID(1001)) { $0.phase = .closed(.safe, at: evening) }
    try await subject.insert([Cast.watch(watchID(1002))])
    #expect(
      try await subject.store.read { try $0.liveWatch(of: Cast.cleo)?.flow.id }
        == watchID(1002))
  }

  @Test("a closed watch cannot come alive beside another one", arguments: StoreKind.allCases)
  func noSecondLifeBesideAnother(kind: StoreKind) async throws {
    let subject = try await kind.open()
    var closed = Cast.watch(watchID(1001))
    closed.phase = .closed(.safe, at: evening)
    try await subject.insert([closed, Cast.watch(watchID(1002))])
    await #expect(throws: LiveWatchExists(watch: watchID(1002))) {
      try await subject.change(watchID(1001)) { $0.phase = .armed }
    }
  }

  @Test("a second save of the same version is stale", arguments: StoreKind.allCases)
  func staleVersion(kind: StoreKind) async throws {
    let subject = try await kind.open()
    try await subject.insert([Cast.watch(watchID(1001))])
    let read = try #require(try await subject.store.read { try $0.watch(watchID(1001)) })
    try await subject.change(watchID(1001)) { $0.note = "first" }
    await #expect(throws: StaleVersion.self) {
      try await subject.store.write { transaction in
        var mine = read
        mine.flow.note = "second"
        try transaction.save(mine)
      }
    }
    #expect(try await subject.store.read { try $0.watch(watchID(1001))?.flow.note } == "first")
  }

  @Test("lists are newest first and go on under an id", arguments: StoreKind.allCases)
  func pages(kind: StoreKind) async throws {
    let subject = try await kind.open()
    let watches = (Int64(1001)...1005).map { id -> Watch in
      var watch = Cast.watch(watchID(id), of: id == 1004 ? Cast.ada : Cast.cleo)
      if id < 1004 { watch.phase = .closed(.safe, at: evening) }
      return watch
    }
    try await subject.insert(watches)
    func list(_ filter: WatchFilter, before: Int64? = nil, limit: Int = 10) async throws -> [Int64]
    {
      try await subject.store.read { store in
        try store.watches(filter, of: .first, before: before.map(watchID), limit: limit)
          .map(\.id.rawValue)
      }
    }
    #expect(try await list(.all, limit: 2) == [1005, 1004])
    #expect(try await list(.all, before: 1004, limit: 2) == [1003, 1002])
    #expect(try await list(.live) == [1005, 1004])
    #expect(try await list(.ofPerson(Cast.cleo), before: 1005) == [1003, 1002, 1001])
    #expect(try await subject.store.read { try $0.countLiveWatches(of: .first) } == 2)
    #expect(try await subject.store.read { try $0.countLiveWatches(of: nil) } == 2)
    let elsewhere = TenantID(rawValue: 2)
    #expect(try await subject.store.read { try $0.countLiveWatches(of: elsewhere) } == 0)
  }

  @Test("a policy is stored anew only when it differs", arguments: StoreKind.allCases)
  func policies(kind: StoreKind) async throws {
    let subject = try await kind.open()
    var changed = Policy()
    changed.graceSeconds = 300
    let ids = try await subject.store.write { [changed] transaction in
      [
        try transaction.adopt(Policy(), for: .first, at: evening),
        try transaction.adopt(changed, for: .first, at: evening),
        try transaction.adopt(changed, for: .first, at: evening),
      ]
    }
    #expect(ids[0] == Cast.policy)
    #expect(ids[1] != ids[0])
    #expect(ids[2] == ids[1])
    let (old, current) = try await subject.store.read { store in
      (try store.policy(ids[0]), try store.currentPolicy(of: .first))
    }
    #expect(old == Policy())
    #expect(current.id == ids[1])
    #expect(current.policy == changed)
  }
}
