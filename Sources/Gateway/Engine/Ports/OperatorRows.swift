package import CheckinFlows

package enum OperatorRole: String, Codable, CaseIterable, Sendable {
  case `operator`
  case officer
  case admin
  case auditor
  case wall
}

/// A human who works cases, or may look at them.
package struct OperatorRow: Hashable, Codable, Sendable {
  package var id: OperatorID
  package var tenant: TenantID
  /// Unique in the tenant.
  package var name: String
  package var role: OperatorRole
  package var number: PhoneNumber?
  package var language: Language
  /// Place on the ladder, 1 first; `nil` for roles that are never paged.
  package var rung: Int?
  /// Keyed hash of the operator's own code, asked for where it is set.
  package var codeHash: [UInt8]?
  package var onDutySince: Instant?
  package var isDisabled: Bool
  /// The latest page to this operator that surely went out or surely failed.
  package var lastReachedAt: Instant?

  package init(
    id: OperatorID, tenant: TenantID, name: String, role: OperatorRole, number: PhoneNumber?,
    language: Language = .swedish, rung: Int?, codeHash: [UInt8]? = nil,
    onDutySince: Instant? = nil, isDisabled: Bool = false, lastReachedAt: Instant? = nil
  ) {
    self.id = id
    self.tenant = tenant
    self.name = name
    self.role = role
    self.number = number
    self.language = language
    self.rung = rung
    self.codeHash = codeHash
    self.onDutySince = onDutySince
    self.isDisabled = isDisabled
    self.lastReachedAt = lastReachedAt
  }
}

/// An operator has been paged for a case; texting the code claims it.
package struct PageRow: Hashable, Codable, Sendable {
  package var caseID: CaseID
  package var operatorID: OperatorID
  /// Three digits, unique among this operator's open pages.
  package var code: String
  package var openedAt: Instant
  package var closedAt: Instant?

  package init(
    caseID: CaseID, operatorID: OperatorID, code: String, openedAt: Instant,
    closedAt: Instant? = nil
  ) {
    self.caseID = caseID
    self.operatorID = operatorID
    self.code = code
    self.openedAt = openedAt
    self.closedAt = closedAt
  }
}

package protocol OperatorReading {
  func `operator`(_ id: OperatorID) throws -> OperatorRow?
  func `operator`(named name: String, in tenant: TenantID) throws -> OperatorRow?
  func operators(withNumber number: PhoneNumber) throws -> [OperatorRow]
  /// Ladder order first, then by id; disabled ones are left out unless asked for.
  func operators(of tenant: TenantID, includingDisabled: Bool) throws -> [OperatorRow]
  func openPages(of operatorID: OperatorID) throws -> [PageRow]
  func pages(for caseID: CaseID) throws -> [PageRow]
}

package protocol OperatorWriting {
  func newOperatorID() throws -> OperatorID
  func save(_ row: OperatorRow) throws
  /// Replaces the page of the same case and operator.
  func save(_ page: PageRow) throws
}
