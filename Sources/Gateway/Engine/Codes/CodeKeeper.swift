package import CheckinFlows
import Crypto

/// Turns codes into keyed hashes and compares them. Codes themselves are kept nowhere.
///
/// Both hashes of a person are always computed and compared, in constant time, so that the time of
/// an answer never tells the personal code from the duress code.
package struct CodeKeeper: Sendable {
  private let key: SymmetricKey

  /// `key`: at least 16 bytes from the configuration; another key makes every stored hash useless.
  package init(key: [UInt8]) {
    self.key = SymmetricKey(data: key)
  }

  package func hash(personCode: String, of person: PersonID) -> [UInt8] {
    hash(personCode, owner: "person \(person.rawValue)")
  }

  package func hash(operatorCode: String, of operatorID: OperatorID) -> [UInt8] {
    hash(operatorCode, owner: "operator \(operatorID.rawValue)")
  }

  /// What a person's digits are. Somebody without codes gets `.wrong` after the same work.
  package func verdict(on digits: String, for person: PersonRow) -> CodeVerdict {
    let given = hash(personCode: digits, of: person.id)
    let isPersonal = equal(given, person.codeHash)
    let isDuress = equal(given, person.duressCodeHash)
    if isDuress { return .duress }
    return isPersonal ? .right : .wrong
  }

  /// False also for an operator without a code.
  package func isCode(_ digits: String, of row: OperatorRow) -> Bool {
    equal(hash(operatorCode: digits, of: row.id), row.codeHash)
  }

  /// The owner is part of the message: equal codes of two people have different hashes.
  private func hash(_ code: String, owner: String) -> [UInt8] {
    let message = Array("\(owner)\u{0}\(code)".utf8)
    return Array(HMAC<SHA256>.authenticationCode(for: message, using: key))
  }

  private func equal(_ given: [UInt8], _ stored: [UInt8]?) -> Bool {
    let stored = stored ?? []
    var difference: UInt8 = stored.count == given.count ? 0 : 1
    for index in given.indices {
      difference |= given[index] ^ (index < stored.count ? stored[index] : 0)
    }
    return difference == 0
  }
}
