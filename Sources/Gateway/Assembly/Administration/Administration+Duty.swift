import CheckinFlows
package import GatewayEngine

extension Administration {
  /// Puts an operator on duty or takes one off. Open cases page whoever comes on, at once.
  package func setDuty(_ isOn: Bool, of name: String) async throws -> OperatorRow {
    let now = clock.now()
    return try await store.write { transaction in
      let row = try dutyOperator(named: name, in: transaction)
      try actions.setDuty(isOn, of: row.id, by: logActor, in: transaction, at: now)
      return try transaction.operator(row.id) ?? row
    }
  }

  /// The ladder: operators in the order in which they are paged.
  package func ladder() async throws -> [OperatorRow] {
    try await store.read { reading in
      try reading.operators(of: tenant, includingDisabled: false).filter {
        $0.role == .operator && $0.rung != nil
      }
    }
  }

  private func dutyOperator(
    named name: String, in reading: any StoreReading
  ) throws -> OperatorRow {
    let row = try user(named: name, in: reading)
    guard row.role == .operator else {
      throw AdministrationRefused(
        "\(row.name) is \(row.role.rawValue), and only operators are on duty. Add an operator with "
          + "`gatewayd user add NAME --number NUMBER --role operator`.")
    }
    guard !row.isDisabled else {
      throw AdministrationRefused(
        "\(row.name) is disabled. Add the operator anew, by another name.")
    }
    return row
  }
}
