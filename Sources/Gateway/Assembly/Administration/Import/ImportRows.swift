import SwiftCSV

/// One row of a table, numbered as a spreadsheet numbers it: the header is row 1.
struct ImportRow: Sendable {
  let number: Int
  /// `nil` when its quotation marks cannot be read.
  let fields: [String]?
}

/// Cuts a table into rows. Each is read by itself, so that one with a stray quotation mark does not
/// hide the faults of all after it.
enum ImportRows {
  /// A cell with line breaks may go on over so many lines; what is longer has lost its closing mark.
  private static let mostLinesOfRow = 8

  static func read(_ text: String) -> [ImportRow] {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
    // Excel's own hint about the separator.
    if lines.first?.lowercased().hasPrefix("sep=") == true { lines.removeFirst() }
    let delimiter = separator(in: lines.first ?? "")
    var rows: [ImportRow] = []
    while !lines.isEmpty {
      let row = takeRow(from: &lines)
      rows.append(
        ImportRow(number: rows.count + 1, fields: row.flatMap { fields(of: $0, delimiter) }))
    }
    return rows
  }

  /// Excel writes semicolons where the comma is the decimal sign, as in Swedish.
  private static func separator(in header: Substring) -> CSVDelimiter {
    let semicolons = header.count { $0 == ";" }
    return semicolons > header.count { $0 == "," } ? .semicolon : .comma
  }

  /// `nil` for a line whose quotation mark is never closed.
  private static func takeRow(from lines: inout ArraySlice<Substring>) -> String? {
    var row = String(lines.removeFirst())
    guard !isWhole(row) else { return row }
    for (index, line) in zip(lines.indices, lines).prefix(mostLinesOfRow - 1) {
      row += " " + line
      guard isWhole(row) else { continue }
      lines = lines[(index + 1)...]
      return row
    }
    return nil
  }

  private static func isWhole(_ row: String) -> Bool {
    row.utf8.count { $0 == UInt8(ascii: "\"") } % 2 == 0
  }

  private static func fields(of row: String, _ delimiter: CSVDelimiter) -> [String]? {
    guard row.contains("\"") else { return split(row, delimiter) }
    return try? CSV<Enumerated>(string: row, delimiter: delimiter, loadColumns: false).header
      .map(\.trimmingWhitespace)
  }

  /// What the library does, for the many rows without quotation marks, and faster.
  private static func split(_ row: String, _ delimiter: CSVDelimiter) -> [String] {
    row.split(separator: delimiter.rawValue, omittingEmptySubsequences: false)
      .map { String($0).trimmingWhitespace }
  }
}
