import ArgumentParser
import Foundation
import Gateway

/// `gatewayd person import`: a whole table, or nothing of it.
struct PersonImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Add everybody in a table, or nobody if a row is at fault.",
    discussion: """
      The first row names the columns: name, number, unit, party, language, pin, duress_pin. All \
      but the first two may be left out. Comma or semicolon; UTF-8, UTF-16 or what Excel writes.
      """)

  @OptionGroup var source: ConfigurationOptions
  @Argument(help: "The table as CSV; - for standard input.") var file: String
  @Flag(help: "Only say what would be done.") var dryRun = false

  func run() async throws {
    let table = ImportTable(try bytes())
    let report = try await source.administer {
      try await $0.importPeople(table, isDryRun: dryRun)
    }
    guard report.faults.isEmpty else { return try refuse(report) }
    guard report.good > 0 else {
      throw AdministrationRefused(
        "The table holds no people. Put one in each row below the header.")
    }
    print(
      report.isStored
        ? "Added \(people(report.good))."
        : "\(people(report.good)) can be added. Nothing was stored: this was a dry run.")
  }

  private func bytes() throws -> Data {
    guard file != "-" else { return FileHandle.standardInput.readDataToEndOfFile() }
    do {
      return try Data(contentsOf: URL(filePath: file))
    } catch {
      throw AdministrationRefused("\(file) cannot be read. Check the path and its rights.")
    }
  }

  private func people(_ count: Int) -> String {
    count == 1 ? "1 person" : "\(count) people"
  }

  private func refuse(_ report: ImportReport) throws {
    let lines = report.faults.map(\.description).joined(separator: "\n")
    throw AdministrationRefused(
      "\(lines)\nNothing was stored. Faulty rows: \(report.faults.count); in order: \(report.good). "
        + "Correct the faulty ones and import the whole table again.")
  }
}
