import CheckinFlows
import GatewayEngine
import Logging

/// What a reading request shows, for the log.
enum LookSubject: Hashable, Sendable {
  case person(PersonID)
  case watch(WatchID)
  case `case`(CaseID)
  case people
  case watches
  case cases
}

extension APIRoutes {
  /// A store that cannot be written must not blind those who work a case by it: then the look
  /// stands in the service's own log alone.
  func log(_ subject: LookSubject, by token: TokenRow, _ logger: Logger) async {
    let (tenant, now) = (actions.tenant, clock.now())
    do {
      try await store.write { transaction in
        try transaction.append(
          subject.entry(by: token.name, of: tenant, at: now, in: transaction))
      }
    } catch {
      logger.error(
        "api.look-not-logged",
        metadata: ["kind": "\(subject.kind)", "error": "\(Swift.type(of: error))"])
    }
  }
}

extension LookSubject {
  var kind: String {
    switch self {
    case .person: "person.looked"
    case .watch: "watch.looked"
    case .case: "case.looked"
    case .people: "people.listed"
    case .watches: "watches.listed"
    case .cases: "cases.listed"
    }
  }

  /// With the person whom the watch or the case is about, so that everybody can be told who looked.
  func entry(
    by token: String, of tenant: TenantID, at now: Instant, in reading: any StoreReading
  ) throws -> LogEntry {
    var entry = LogEntry(at: now, tenant: tenant, kind: kind, actor: .token(token))
    switch self {
    case .person(let id):
      entry.person = id
    case .watch(let id):
      entry.watch = id
      entry.person = try reading.watch(id)?.flow.person
    case .case(let id):
      let row = try reading.case(id)?.flow
      entry.case = id
      entry.watch = row?.watch
      entry.person = row?.person
    case .people, .watches, .cases:
      break
    }
    return entry
  }
}
