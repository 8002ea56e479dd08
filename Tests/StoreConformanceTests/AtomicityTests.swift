import GatewayEngine
import TestSupport
import Testing

@testable import CheckinFlows

private struct ChangedMyMind: Error {}

@Suite("A write happens wholly or not at all")
struct AtomicityTests {
  @Test("a write that throws leaves nothing behind", arguments: StoreKind.allCases)
  func throwingWriteLeavesNothing(kind: StoreKind) async throws {
    let subject = try await kind.open()
    await #expect(throws: ChangedMyMind.self) {
      try await subject.store.write { transaction in
        try transaction.insert(Cast.watch(watchID(1001)))
        try transaction.saveSetting("colour", "red")
        throw ChangedMyMind()
      }
    }
    let left = try await subject.store.read { store in
      (
        try store.watch(watchID(1001))?.version, try store.setting("colour"),
        try store.nextDeadline()
      )
    }
    #expect(left.0 == nil)
    #expect(left.1 == nil)
    #expect(left.2 == nil)
  }

  @Test("one that throws in a group takes no other with it", arguments: StoreKind.allCases)
  func groupSurvivesOneThatThrows(kind: StoreKind) async throws {
    let subject = try await kind.open()
    let outcomes = await withTaskGroup(of: (Int, Bool).self) { group in
      for number in 0..<90 {
        group.addTask {
          let stored: Void? = try? await subject.store.write { transaction in
            try transaction.saveSetting("setting-\(number)", "on")
            if number % 3 == 0 { throw ChangedMyMind() }
          }
          return (number, stored != nil)
        }
      }
      return await group.reduce(into: [Int: Bool]()) { $0[$1.0] = $1.1 }
    }
    for number in 0..<90 {
      let setting = try await subject.store.read { try $0.setting("setting-\(number)") }
      #expect(outcomes[number] == (number % 3 != 0))
      #expect(setting == (number % 3 == 0 ? nil : "on"))
    }
  }

  @Test("a write sees what it has written so far", arguments: StoreKind.allCases)
  func writeSeesItself(kind: StoreKind) async throws {
    let subject = try await kind.open()
    let seen = try await subject.store.write { transaction in
      try transaction.insert(Cast.watch(watchID(1001)))
      return try transaction.liveWatch(of: Cast.cleo)?.flow.id
    }
    #expect(seen == watchID(1001))
  }

  @Test("a cancelled task does not undo its write", arguments: StoreKind.allCases)
  func cancellationUndoesNothing(kind: StoreKind) async throws {
    let subject = try await kind.open()
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try await subject.store.write { try $0.saveSetting("colour", "red") }
    }
    try await task.value
    #expect(try await subject.store.read { try $0.setting("colour") } == "red")
  }

  @Test(
    "what has been answered is there when the file is opened again", arguments: StoreKind.allCases)
  func durableAcrossReopening(kind: StoreKind) async throws {
    let subject = try await kind.open()
    try await subject.insert([Cast.watch(watchID(1001))])
    await subject.store.close()
    let again = try subject.openAgain()
    let found = try await again.read { try $0.watch(watchID(1001))?.flow }
    #expect(found == Cast.watch(watchID(1001)))
    await again.close()
  }

  @Test("a closed store refuses writes instead of losing them", arguments: StoreKind.allCases)
  func closedStoreRefuses(kind: StoreKind) async throws {
    let subject = try await kind.open()
    await subject.store.close()
    await #expect(throws: StoreFailure.self) {
      try await subject.store.write { try $0.saveSetting("colour", "red") }
    }
  }
}
