package import CheckinFlows
import Logging

/// What happens once, before anything else runs: after a downtime the promises are looked through.
package struct StartUp: Sendable {
  private static let mostAtOnce = 500

  let store: any Store
  let flows: FlowRunner
  let faults: FaultDesk
  let tenant: TenantID
  let logger: Logger

  init(_ core: EngineCore) {
    store = core.store
    flows = core.flows
    faults = core.faults
    tenant = core.tenant
    logger = core.logger
  }

  /// Watches whose end passed more than a day ago are gathered in one `fault` case, and nobody is
  /// rung. Everything younger is due, and the machines work out where they should be by now.
  package func gatherLongOverdue(at now: Instant) async throws {
    let overdue = try await longOverdueWatches(at: now)
    guard !overdue.isEmpty else { return }
    logger.error("start.long-overdue", metadata: ["count": "\(overdue.count)"])
    try await store.write { transaction in
      let all = try gatheredBefore(in: transaction) + overdue
      let list = all.map(\.reference).joined(separator: " ")
      let caseID = try faults.open(.longOverdue, words: list, in: transaction, at: now)
      for id in overdue {
        try flows.apply(
          .foundLongOverdue(caseID), to: id, cause: .system, in: transaction, at: now)
      }
    }
  }

  /// One watch that cannot be read must not keep the service from starting: the machines find the
  /// rest by themselves when their deadlines come.
  func gatherLongOverdueOrReport(at now: Instant) async {
    do {
      try await gatherLongOverdue(at: now)
    } catch {
      logger.critical("start.not-gathered", metadata: ["error": "\(type(of: error))"])
      await faults.report(.flowStuck, at: now)
    }
  }

  /// Those of an earlier start, whose case nobody has closed yet.
  private func gatheredBefore(in transaction: any StoreTransaction) throws -> [WatchID] {
    let name = Fault.longOverdue.name
    let open = try transaction.openCase(kind: .fault, person: nil, faultName: name)
    guard let id = open?.flow.id else { return [] }
    return try liveWatches(in: transaction) { $0.holdingCase?.id == id }
  }

  private func longOverdueWatches(at now: Instant) async throws -> [WatchID] {
    try await store.read { try liveWatches(in: $0) { $0.isLongOverdue(at: now) } }
  }

  private func liveWatches(
    in store: any StoreReading, where isMeant: (Watch) -> Bool
  ) throws -> [WatchID] {
    var found: [WatchID] = []
    var before: WatchID?
    while true {
      let page = try store.watches(.live, of: tenant, before: before, limit: Self.mostAtOnce)
      found += page.filter(isMeant).map(\.id)
      guard page.count == Self.mostAtOnce, let last = page.last else { return found.sorted() }
      before = last.id
    }
  }
}
