import GatewayEngine
import TestSupport
import Testing

@testable import CheckinFlows

/// An entry about Cleo's first watch.
func logEntry(_ kind: String, at: Instant = evening, _ payload: [String: String] = [:]) -> LogEntry
{
  LogEntry(
    at: at, tenant: .first, kind: kind, actor: .person(Cast.cleo), watch: watchID(1001),
    person: Cast.cleo, payload: payload)
}

@Suite("The log")
struct LogTests {
  @Test("entries come back as they were appended, whoever did it", arguments: StoreKind.allCases)
  func roundTrip(kind: StoreKind) async throws {
    let subject = try await kind.open()
    let actors: [LogActor] = [
      .system, .person(Cast.ada), .operator(Cast.olga), .token("a:b"), .provider("46elks"),
    ]
    let entries = actors.map { actor in
      LogEntry(
        at: evening, tenant: .first, kind: "case.opened", actor: actor, watch: nil,
        case: caseID(101), payload: ["text": "möte \"x\"\n"])
    }
    try await subject.store.write { transaction in
      for entry in entries { try transaction.append(entry) }
      try transaction.append(logEntry("watch.armed"))
    }
    let ofCase = try await subject.store.read { try $0.log(ofCase: caseID(101)) }
    #expect(ofCase.map(\.entry) == entries)
    #expect(ofCase.map(\.sequence) == [1, 2, 3, 4, 5])
    let ofWatch = try await subject.store.read { try $0.log(ofWatch: watchID(1001)) }
    #expect(ofWatch.map(\.entry) == [logEntry("watch.armed")])
    let later = try await subject.store.read { try $0.log(after: 3, limit: 2).map(\.sequence) }
    #expect(later == [4, 5])
  }

  @Test(
    "the chain fits, also over writes that failed and many at once", arguments: StoreKind.allCases)
  func chainFits(kind: StoreKind) async throws {
    struct Failed: Error {}
    let subject = try await kind.open()
    #expect(try await subject.store.read { try $0.firstBrokenLogEntry() } == nil)
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<60 {
        group.addTask {
          try? await subject.store.write { transaction in
            try transaction.append(logEntry("watch.armed", ["number": "\(number)"]))
            if number % 4 == 0 { throw Failed() }
          }
        }
      }
    }
    let entries = try await subject.store.read { try $0.log(after: 0, limit: 100) }
    #expect(entries.map(\.sequence) == Array(1...45))
    #expect(Set(entries.map(\.hash)).count == 45)
    #expect(try await subject.store.read { try $0.firstBrokenLogEntry() } == nil)
  }

  @Test(
    "a purge takes the payloads, leaves a record, and the chain still fits",
    arguments: StoreKind.allCases)
  func purge(kind: StoreKind) async throws {
    let subject = try await kind.open()
    let later = evening.adding(minutes: 1)
    try await subject.store.write { transaction in
      for text in ["a", "b", "c"] { try transaction.append(logEntry("text", ["text": text])) }
      try transaction.append(logEntry("text", at: later, ["text": "d"]))
    }
    func purge(limit: Int) async throws -> Int {
      try await subject.store.write { transaction in
        try transaction.purgeLogPayloads(of: .first, before: later, limit: limit, at: later)
      }
    }
    #expect(try await purge(limit: 2) == 2)
    #expect(try await purge(limit: 2) == 1)
    #expect(try await purge(limit: 2) == 0)
    let entries = try await subject.store.read { try $0.log(after: 0, limit: 10) }
    #expect(entries.map { $0.entry.payload["text"] } == [nil, nil, nil, "d", nil, nil])
    #expect(entries.suffix(2).map(\.entry.kind) == ["log.purged", "log.purged"])
    #expect(entries.last?.entry.payload == ["from": "3", "to": "3", "count": "1"])
    #expect(try await subject.store.read { try $0.firstBrokenLogEntry() } == nil)
  }
}
