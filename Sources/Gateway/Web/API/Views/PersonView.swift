import CheckinFlows
import GatewayEngine

struct PersonView: Encodable, Sendable {
  let id: String
  let name: String
  let unit: String?
  let party: String?
  let language: String
  let number: String?
  let numbers: [String]
  let hasCode: Bool
  let paused: Bool
  /// The live watch's reference.
  let watch: String?
  /// What should be mended while there is time.
  let warnings: [String]

  init(_ row: PersonRow, _ reading: any StoreReading) throws {
    let rows = try reading.numbers(of: row.id)
    id = String(row.id.rawValue)
    name = row.name
    unit = row.unit
    party = row.party
    language = row.language.rawValue
    number = rows.first?.number.e164
    numbers = rows.map(\.number.e164)
    hasCode = row.codeHash != nil
    paused = row.isPaused
    watch = try reading.liveWatch(of: row.id)?.flow.id.reference
    warnings = try Self.warnings(rows.map(\.number), of: row, reading)
  }

  private static func warnings(
    _ numbers: [PhoneNumber], of row: PersonRow, _ reading: any StoreReading
  ) throws -> [String] {
    guard let first = numbers.first else { return ["No number: nothing can reach this person."] }
    var list: [String] = []
    switch first.kind {
    case .mobile: break
    case .landline: list.append("The number is a landline: it can be rung, not texted.")
    case .other, .foreign: list.append("The number is not a Swedish mobile.")
    }
    let sharing = try reading.people(withNumber: first).filter { $0.id != row.id }
    if !sharing.isEmpty {
      list.append("The number is shared: texts from it cannot close a watch for certain.")
    }
    return list
  }
}
