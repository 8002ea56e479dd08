import GatewayEngine
import GatewayStore
import TestSupport

@testable import CheckinFlows

/// Every kind of store that there is. The suites run once over each: a new one is a new case here.
enum StoreKind: String, CaseIterable, Sendable {
  case sqlite

  /// Empty but for the cast and a policy.
  func open() async throws -> StoreUnderTest {
    switch self {
    case .sqlite:
      let temporary = try await TemporaryStore.withCast()
      return StoreUnderTest(temporary.store) { try temporary.openAgain() }
    }
  }
}

/// A store, and a way to open what it has written once more, as another process would.
struct StoreUnderTest: Sendable {
  let store: any Store
  let openAgain: @Sendable () throws -> any Store

  init(_ store: any Store, openAgain: @escaping @Sendable () throws -> any Store) {
    self.store = store
    self.openAgain = openAgain
  }

  /// Writes each of them in a transaction of its own.
  func insert(_ watches: [Watch] = [], _ cases: [Case] = []) async throws {
    try await store.write { transaction in
      for watch in watches { try transaction.insert(watch) }
      for opened in cases { try transaction.insert(opened) }
    }
  }
}

let evening = ManualClock.evening

func watchID(_ number: Int64) -> WatchID { WatchID(rawValue: number) }
func caseID(_ number: Int64) -> CaseID { CaseID(rawValue: number) }
