package import CheckinFlows

/// A person who is protected, as stored.
package struct PersonRow: Hashable, Codable, Sendable {
  package var id: PersonID
  package var tenant: TenantID
  package var name: String
  package var unit: String?
  package var party: String?
  package var language: Language
  /// Keyed hashes of the personal code and of the duress code; the second never without the first.
  package var codeHash: [UInt8]?
  package var duressCodeHash: [UInt8]?
  /// Suspended by decision: may not start a watch, can always reach a human.
  package var isPaused: Bool
  /// "Never answer HELP": no `help` text is sent.
  package var neverAnswerHelp: Bool
  package var createdAt: Instant

  package init(
    id: PersonID, tenant: TenantID, name: String, unit: String? = nil, party: String? = nil,
    language: Language = .swedish, codeHash: [UInt8]? = nil, duressCodeHash: [UInt8]? = nil,
    isPaused: Bool = false, neverAnswerHelp: Bool = false, createdAt: Instant
  ) {
    self.id = id
    self.tenant = tenant
    self.name = name
    self.unit = unit
    self.party = party
    self.language = language
    self.codeHash = codeHash
    self.duressCodeHash = duressCodeHash
    self.isPaused = isPaused
    self.neverAnswerHelp = neverAnswerHelp
    self.createdAt = createdAt
  }
}

/// A number that belongs to a person. Two persons may share one; then neither is told apart by it.
package struct PersonNumberRow: Hashable, Codable, Sendable {
  package var person: PersonID
  package var number: PhoneNumber
  /// 0 is the number that calls go to.
  package var position: Int
  package var verifiedAt: Instant?
  /// Waiting for `JA 482` from this number.
  package var enrolmentCode: String?
  /// The provider says that the number has opted out of texts.
  package var optedOutAt: Instant?

  package init(
    person: PersonID, number: PhoneNumber, position: Int, verifiedAt: Instant? = nil,
    enrolmentCode: String? = nil, optedOutAt: Instant? = nil
  ) {
    self.person = person
    self.number = number
    self.position = position
    self.verifiedAt = verifiedAt
    self.enrolmentCode = enrolmentCode
    self.optedOutAt = optedOutAt
  }
}

package protocol PeopleReading {
  func person(_ id: PersonID) throws -> PersonRow?
  /// Everybody who has this number, in the order of their ids.
  func people(withNumber number: PhoneNumber) throws -> [PersonRow]
  /// In the order of `position`.
  func numbers(of person: PersonID) throws -> [PersonNumberRow]
  /// In the order of ids, those after `after`.
  func people(of tenant: TenantID, after: PersonID?, limit: Int) throws -> [PersonRow]
}

package protocol PeopleWriting {
  /// A new identity; the row is saved with `save`.
  func newPersonID() throws -> PersonID
  func save(_ person: PersonRow) throws
  /// Replaces the row of the same person and number.
  func save(_ number: PersonNumberRow) throws
}
