import CheckinFlows

extension FlowSession {
  func carryOut(_ effects: [WatchEffect], of watch: Watch) throws {
    for effect in effects {
      switch effect {
      case .text(let text):
        try order(text, of: watch)
      case .call(let attempt):
        try orderCheckCall(attempt: attempt, of: watch)
      case .openCase(let order):
        try open(order)
      case .tellCase(let id, let news):
        try apply(.news(news), to: id)
      case .upgradeCase(let id, let kind):
        try apply(.becomeGraver(kind), to: id)
      case .tellAfterwards(let afterAlarm):
        try tellOfficersAfterwards(of: watch, afterAlarm: afterAlarm)
      case .refused(let refusal):
        result.refusedByWatch.append(refusal)
      case .log(let event):
        try log(event, of: watch)
      }
    }
  }

  func carryOut(_ effects: [CaseEffect], of row: Case) throws {
    for effect in effects {
      switch effect {
      case .page(let operatorID, let text, let call):
        try page(operatorID, text: text, call: call, for: row)
      case .pageOutside(let text, let call):
        try pageOutside(text: text, call: call, for: row)
      case .pageAuthority(let text, let call):
        try pageOfficers(text: text, call: call, for: row)
      case .openFault(let name):
        try openFault(name.rawValue, tenant: row.tenant, policyID: row.policy)
      case .tell(let operatorID, let news):
        try tell(operatorID, news, of: row)
      case .tellWatch(let id, let fact):
        try apply(.ofCase(row.id, fact), to: id)
      case .refused(let refusal):
        result.refusedByCase.append(refusal)
      case .log(let event):
        try log(event, of: row)
      }
    }
  }

  /// Once while it is open.
  private func openFault(_ name: String, tenant: TenantID, policyID: PolicyID) throws {
    let open = try transaction.openCase(kind: .fault, person: nil, faultName: name)
    guard open == nil else { return }
    try self.open(
      CaseOrder(
        id: try transaction.newCaseID(), tenant: tenant, kind: .fault, concernedAt: now,
        policyID: policyID, faultName: name))
  }
}
