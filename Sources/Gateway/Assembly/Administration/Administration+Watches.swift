package import CheckinFlows
package import GatewayEngine

/// A watch with what an operator at a terminal has to know of it.
package struct WatchFacts: Sendable {
  package let watch: Watch
  package let person: PersonRow?
  package let cases: [Case]
  package let timeline: [StoredLogEntry]
}

extension Administration {
  /// Newest first; at most `limit`.
  package func watches(includingClosed: Bool, limit: Int) async throws -> [WatchFacts] {
    try await store.read { reading in
      try reading.watches(includingClosed ? .all : .live, of: tenant, before: nil, limit: limit)
        .map { watch in
          WatchFacts(
            watch: watch, person: try reading.person(watch.person), cases: [], timeline: [])
        }
    }
  }

  package func watch(_ reference: String) async throws -> WatchFacts {
    let id = try watchID(reference)
    return try await store.read { reading in
      guard let watch = try reading.watch(id)?.flow, watch.tenant == tenant else {
        throw AdministrationRefused(Self.noSuchWatch)
      }
      return WatchFacts(
        watch: watch, person: try reading.person(watch.person),
        cases: try reading.cases(.ofWatch(id), of: tenant, after: nil, limit: 200),
        timeline: try reading.log(ofWatch: id))
    }
  }

  /// Ends a watch as `safe` or `cancelled`. One that a case holds is closed through its case.
  package func closeWatch(
    _ reference: String, as outcome: WatchOutcome, reason: String
  ) async throws {
    let id = try watchID(reference)
    try checkNumber()
    let now = clock.now()
    try await store.write { transaction in
      do {
        try actions.act(
          .close(outcome, reason: reason), on: id, by: administrator, in: transaction, at: now)
      } catch ActionRefusal.watch(.heldByCase(let holding)) {
        throw AdministrationRefused(Self.words(heldBy: holding))
      } catch ActionRefusal.noSuchWatch {
        throw AdministrationRefused(Self.noSuchWatch)
      }
    }
  }

  /// Highest priority first.
  package func cases(includingClosed: Bool, limit: Int) async throws -> [Case] {
    try await store.read { reading in
      try reading.cases(includingClosed ? .all : .live, of: tenant, after: nil, limit: limit)
    }
  }

  /// The first entry of the log that does not fit the chain; `nil` when all do.
  package func firstBrokenLogEntry() async throws -> Int64? {
    try await store.read { try $0.firstBrokenLogEntry() }
  }

  private func watchID(_ reference: String) throws -> WatchID {
    guard let id = WatchID(reference: reference) else {
      throw AdministrationRefused("A watch is named as T1001. `gatewayd watch list` shows them.")
    }
    return id
  }

  private static let noSuchWatch =
    "There is no such watch. `gatewayd watch list --all` shows the latest."

  private static func words(heldBy holding: CaseID) -> String {
    """
    Case \(holding.reference) holds the watch: a human has to answer for it first, and this command \
    does not go round it.
    The operator who was paged claims it with the page's code, by text or by key, and texts \
    `ok \(holding.reference)` once the person has been reached. Programs use \
    POST /api/v1/cases/\(holding.reference)/claim and then close.
    """
  }
}
