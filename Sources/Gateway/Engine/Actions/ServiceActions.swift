package import CheckinFlows

/// What operators, administrators and programs may do, beside the telephone. Every action is one
/// step of the caller's transaction; one that throws `ActionRefusal` changes nothing.
package struct ServiceActions: Sendable {
  package let flows: FlowRunner
  package let codes: CodeKeeper
  package let tenant: TenantID

  package init(flows: FlowRunner, codes: CodeKeeper, tenant: TenantID) {
    self.flows = flows
    self.codes = codes
    self.tenant = tenant
  }

  /// The registered operator of that name, or the name alone.
  package func actor(named name: String, in transaction: any StoreReading) throws -> Actor {
    let row = try transaction.operator(named: name, in: tenant)
    return row.map { .operator($0.id) } ?? .named(name)
  }

  /// A number that can be read and may be dialled. Throws `ActionRefusal`.
  package func dialable(_ text: String) throws -> PhoneNumber {
    guard let number = PhoneNumber.parse(text) else { throw ActionRefusal.numberUnreadable }
    switch flows.diallingRule.verdict(on: number) {
    case .allowed: return number
    case .refused(let reason): throw ActionRefusal.numberRefused(reason)
    }
  }
}

extension Actor {
  /// The same one, as the log tells it.
  var forLog: LogActor {
    switch self {
    case .operator(let id): .operator(id)
    case .named(let name): .token(name)
    }
  }
}
