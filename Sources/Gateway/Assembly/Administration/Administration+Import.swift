import CheckinFlows
import GatewayEngine

/// What an import did, or found.
package struct ImportReport: Sendable {
  /// People in the table without a fault.
  package let good: Int
  /// In the order of rows. Where there is one, nothing was stored.
  package let faults: [ImportFault]
  package let isStored: Bool
}

extension Administration {
  /// Adds everybody in the table in one transaction, or, when a single row is at fault, nobody.
  package func importPeople(_ table: ImportTable, isDryRun: Bool) async throws -> ImportReport {
    let checked = check(table)
    var faults = table.faults + checked.faults
    let found = checked.numbers
    faults += try await store.read { try registered(found, in: $0) }
    faults.sort { $0.row < $1.row }
    let faulty = Set(faults.map(\.row))
    let good = table.entries.count { !faulty.contains($0.row) }
    guard faults.isEmpty, !isDryRun else {
      return ImportReport(good: good, faults: faults, isStored: false)
    }
    let late = try await save(table.entries, found)
    return ImportReport(
      good: good - late.count, faults: late, isStored: late.isEmpty && !table.entries.isEmpty)
  }

  private typealias RowNumber = (row: Int, number: PhoneNumber)

  /// What can be seen without the store: numbers, codes, and numbers that come twice.
  private func check(_ table: ImportTable) -> (faults: [ImportFault], numbers: [RowNumber]) {
    var faults: [ImportFault] = []
    var numbers: [RowNumber] = []
    var firstRow: [PhoneNumber: Int] = [:]
    for entry in table.entries {
      do {
        try actions.check(entry.order)
        let number = try actions.dialable(entry.order.number ?? "")
        if let earlier = firstRow[number] {
          throw ImportFault(row: entry.row, text: Self.repeated(earlier))
        }
        firstRow[number] = entry.row
        numbers.append((entry.row, number))
      } catch {
        faults.append(Self.fault(error, row: entry.row))
      }
    }
    return (faults, numbers)
  }

  private func registered(
    _ numbers: [RowNumber], in reading: any StoreReading
  ) throws -> [ImportFault] {
    try numbers.compactMap { row, number in
      guard try !reading.people(withNumber: number).isEmpty else { return nil }
      return ImportFault(
        row: row,
        text: "The number is registered already. Take the row out: an import only adds people.")
    }
  }

  /// Looks once more inside the transaction: somebody may have registered in between.
  private func save(
    _ entries: [ImportTable.Entry], _ numbers: [RowNumber]
  ) async throws -> [ImportFault] {
    let now = clock.now()
    return try await store.write { transaction in
      let late = try registered(numbers, in: transaction)
      guard late.isEmpty else { return late }
      for entry in entries {
        _ = try actions.addPerson(entry.order, by: logActor, in: transaction, at: now)
      }
      return []
    }
  }

  private static func repeated(_ row: Int) -> String {
    "The number stands in row \(row) already. Take one of the rows out: a text from a number must "
      + "tell who sent it."
  }

  private static func fault(_ error: any Error, row: Int) -> ImportFault {
    error as? ImportFault ?? ImportFault(row: row, text: ErrorWords.text(of: error))
  }
}
