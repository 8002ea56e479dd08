package import Foundation
package import GatewayEngine

/// A row that cannot be taken, and what to do. Names no person, number or code.
package struct ImportFault: Error, Hashable, Sendable, CustomStringConvertible {
  package let row: Int
  package let text: String

  package var description: String { "Row \(row): \(text)" }
}

/// A table of people as read from a file, before anything is stored.
package struct ImportTable: Sendable {
  package struct Entry: Sendable {
    package let row: Int
    package let order: PersonOrder
  }

  package private(set) var entries: [Entry] = []
  package private(set) var faults: [ImportFault] = []

  /// Reads everything, and gathers each row's fault instead of stopping at the first.
  package init(_ data: Data) {
    let rows = ImportRows.read(ImportedText.decode(data))
    do throws(ImportFault) {
      let header = try ImportHeader(rows.first?.fields ?? [])
      for row in rows.dropFirst() { read(row, header) }
    } catch {
      faults = [error]
    }
  }

  private mutating func read(_ row: ImportRow, _ header: ImportHeader) {
    do throws(ImportFault) {
      guard let fields = row.fields else {
        throw ImportFault(
          row: row.number,
          text: "A quotation mark is not closed, or stands inside a cell. Write it twice, or "
            + "take it out.")
      }
      guard fields.contains(where: { !$0.isEmpty }) else { return }
      let order = try Self.order(fields, row: row.number, header)
      entries.append(Entry(row: row.number, order: order))
    } catch {
      faults.append(error)
    }
  }

  private static func order(
    _ fields: [String], row: Int, _ header: ImportHeader
  ) throws(ImportFault) -> PersonOrder {
    guard let name = header.value(.name, of: fields) else {
      throw ImportFault(row: row, text: "The name is missing. Fill it in, or take the row out.")
    }
    guard let number = header.value(.number, of: fields) else {
      throw ImportFault(row: row, text: "The number is missing. Fill it in, or take the row out.")
    }
    return PersonOrder(
      name: name, number: number, unit: header.value(.unit, of: fields),
      party: header.value(.party, of: fields),
      language: try ImportedLanguage.read(header.value(.language, of: fields), row: row),
      code: header.value(.pin, of: fields), duressCode: header.value(.duressPin, of: fields))
  }
}
