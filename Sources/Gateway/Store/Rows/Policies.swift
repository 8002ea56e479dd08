import CheckinFlows
import GatewayEngine

private let policyFormat = BodyFormat<Policy>("policy")

extension SQLiteReading {
  func policy(_ id: PolicyID) throws -> Policy? {
    let sql = "SELECT id, format, body FROM policies WHERE id = ?"
    return try connection.first(sql, [id.rawValue]) { try storedPolicy($0).policy }
  }

  func currentPolicy(of tenant: TenantID) throws -> (id: PolicyID, policy: Policy) {
    guard let current = try adoptedPolicy(of: tenant) else {
      throw StoreFailure.other("tenant \(tenant.rawValue) has no policy yet; start `serve` once")
    }
    return current
  }

  fileprivate func adoptedPolicy(of tenant: TenantID) throws -> (id: PolicyID, policy: Policy)? {
    let sql = """
      SELECT policies.id, policies.format, policies.body FROM tenants
      JOIN policies ON policies.id = tenants.current_policy WHERE tenants.id = ?
      """
    return try connection.first(sql, [tenant.rawValue], storedPolicy)
  }

  private func storedPolicy(_ row: Row) throws -> (id: PolicyID, policy: Policy) {
    let policy = try policyCache.value(row[2], format: row[1], of: policyFormat)
    return (row.identifier(0), policy)
  }
}

extension SQLiteTransaction {
  func adopt(_ policy: Policy, for tenant: TenantID, at: Instant) throws -> PolicyID {
    if let current = try adoptedPolicy(of: tenant), current.policy == policy { return current.id }
    let id = PolicyID(rawValue: try nextIdentity("policy"))
    try connection.run(
      "INSERT INTO policies (id, tenant, adopted_at, format, body) VALUES (?, ?, ?, ?, ?)",
      [
        id.rawValue, tenant.rawValue, at.milliseconds, policyFormat.current,
        try policyFormat.encode(policy),
      ])
    try connection.run(
      "UPDATE tenants SET current_policy = ? WHERE id = ?", [id.rawValue, tenant.rawValue])
    return id
  }
}

/// Policies are read with nearly every event and change a few times a year.
private let policyCache = DecodedBodies<Policy>()
