/// Which column is what.
struct ImportHeader {
  enum Column: String, CaseIterable {
    case name, number, unit, party, language, pin
    case duressPin = "duress_pin"
  }

  private let positions: [Column: Int]

  /// Throws a fault that says what to correct. A column of another name is refused: under a
  /// misspelled one the codes of all would be left out unseen.
  init(_ fields: [String]) throws(ImportFault) {
    var positions: [Column: Int] = [:]
    for (position, field) in fields.enumerated() where !field.isEmpty {
      let column = try Self.column(field)
      guard positions.updateValue(position, forKey: column) == nil else {
        throw ImportFault(row: 1, text: "The column \(column.rawValue) stands there twice.")
      }
    }
    for needed in [Column.name, .number] where positions[needed] == nil {
      throw ImportFault(
        row: 1,
        text: "The header has no column \(needed.rawValue). Its first row must name the columns: "
          + Column.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
    self.positions = positions
  }

  /// `nil` for an empty cell, and for a column that the table does not have.
  func value(_ column: Column, of fields: [String]) -> String? {
    guard let position = positions[column], fields.indices.contains(position) else { return nil }
    return fields[position].isEmpty ? nil : fields[position]
  }

  private static func column(_ field: String) throws(ImportFault) -> Column {
    let name = String(field.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
    if let column = Column(rawValue: name) { return column }
    let known = Column.allCases.map(\.rawValue)
    let hint = NearestKey.hint(for: name, among: known).map { " Did you mean \($0)?" }
    throw ImportFault(
      row: 1,
      text: "The header has a column that is not known. It takes "
        + known.joined(separator: ", ") + "; take others out." + (hint ?? ""))
  }
}
