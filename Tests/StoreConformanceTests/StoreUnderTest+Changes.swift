import GatewayEngine
import Testing

@testable import CheckinFlows

extension StoreUnderTest {
  /// Reads a watch, changes it and saves it, in one transaction. Returns what was saved.
  @discardableResult
  func change(
    _ id: WatchID, _ change: @escaping @Sendable (inout Watch) -> Void
  ) async throws -> Watch {
    try await store.write { transaction in
      var watch = try #require(try transaction.watch(id))
      change(&watch.flow)
      try transaction.save(watch)
      return watch.flow
    }
  }

  /// Reads a case, changes it and saves it, in one transaction. Returns what was saved.
  @discardableResult
  func change(
    _ id: CaseID, _ change: @escaping @Sendable (inout Case) -> Void
  ) async throws -> Case {
    try await store.write { transaction in
      var opened = try #require(try transaction.case(id))
      change(&opened.flow)
      try transaction.save(opened)
      return opened.flow
    }
  }

  func audit(at now: Instant, limit: Int = 100) async throws -> [AuditFinding] {
    try await store.read { try $0.auditFindings(at: now, lateAfterSeconds: 30, limit: limit) }
  }
}
