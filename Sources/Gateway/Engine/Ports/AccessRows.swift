package import CheckinFlows

package enum TokenScope: String, Codable, CaseIterable, Sendable {
  case admin
  case operate
  case read
}

package struct TokenRow: Hashable, Sendable {
  package var name: String
  package var tenant: TenantID
  package var scope: TokenScope
  /// SHA-256 of the token; the token itself is shown once and kept nowhere.
  package var hash: [UInt8]
  package var createdAt: Instant
  package var expiresAt: Instant?
  package var revokedAt: Instant?

  package init(
    name: String, tenant: TenantID, scope: TokenScope, hash: [UInt8], createdAt: Instant,
    expiresAt: Instant? = nil, revokedAt: Instant? = nil
  ) {
    self.name = name
    self.tenant = tenant
    self.scope = scope
    self.hash = hash
    self.createdAt = createdAt
    self.expiresAt = expiresAt
    self.revokedAt = revokedAt
  }
}

/// The answer to a POST that carried an `Idempotency-Key`, given again to a repeat.
package struct IdempotentAnswer: Hashable, Sendable {
  package var key: String
  package var token: String
  /// SHA-256 of method, path and body: another request under the same key is refused.
  package var requestHash: [UInt8]
  package var status: Int
  package var body: [UInt8]
  package var at: Instant

  package init(
    key: String, token: String, requestHash: [UInt8], status: Int, body: [UInt8], at: Instant
  ) {
    self.key = key
    self.token = token
    self.requestHash = requestHash
    self.status = status
    self.body = body
    self.at = at
  }
}

package protocol AccessReading {
  func token(hash: [UInt8]) throws -> TokenRow?
  func tokens(of tenant: TenantID) throws -> [TokenRow]
  func idempotentAnswer(key: String, token: String) throws -> IdempotentAnswer?
  /// Small named values of the installation, such as the catch-up position of a provider.
  func setting(_ name: String) throws -> String?
}

package protocol AccessWriting {
  func save(_ token: TokenRow) throws
  func save(_ answer: IdempotentAnswer) throws
  func forgetIdempotentAnswers(before: Instant) throws
  func saveSetting(_ name: String, _ value: String?) throws
}
