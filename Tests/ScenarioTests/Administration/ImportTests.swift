import CheckinFlows
import Foundation
import Gateway
import GatewayEngine
import TestSupport
import Testing

@Suite("gatewayd person import")
struct ImportTests {
  private static let table = """
    name;number;unit;party;language;pin;duress_pin\r
    Åsa Öberg;070-174 06 31;Kommunstyrelsen;;sv;4711;9944\r
    "Bo ""Bosse"" Ek; ordförande";701740632;;Partiet;en;;\r

    """

  @Test("semicolons, quotation marks and a lost leading zero are read as Excel means them")
  func readsExcelsTable() async throws {
    let office = try await AdministrationDesk()
    let report = try await office.importPeople(Self.table)
    #expect(report.faults == [])
    #expect(report.isStored)
    let people = try await office.people()
    #expect(people.map(\.row.name) == ["Åsa Öberg", "Bo \"Bosse\" Ek; ordförande"])
    #expect(people.map { $0.numbers.map(\.e164) } == [["+46701740631"], ["+46701740632"]])
    #expect(people.map(\.row.unit) == ["Kommunstyrelsen", nil])
    #expect(people.map(\.row.language) == [.swedish, .english])
    let codes = office.desk.actions.codes
    #expect(codes.verdict(on: "4711", for: people[0].row) == .right)
    #expect(codes.verdict(on: "9944", for: people[0].row) == .duress)
    #expect(people[1].row.codeHash == nil)
  }

  @Test(
    "the letters å, ä and ö survive every encoding that a spreadsheet writes",
    arguments: [
      [0xEF, 0xBB, 0xBF] + Array(ImportTests.table.utf8),
      ImportTests.bytes(.windowsCP1252), ImportTests.bytes(.isoLatin1),
      [0xFF, 0xFE] + ImportTests.bytes(.utf16LittleEndian),
      [0xFE, 0xFF] + ImportTests.bytes(.utf16BigEndian), ImportTests.bytes(.utf16LittleEndian),
    ])
  func readsEncodings(bytes: [UInt8]) {
    let table = ImportTable(Data(bytes))
    #expect(table.faults == [])
    #expect(table.entries.map(\.order.name) == ["Åsa Öberg", "Bo \"Bosse\" Ek; ordförande"])
  }

  private static func bytes(_ encoding: String.Encoding) -> [UInt8] {
    Array(table.data(using: encoding) ?? Data())
  }

  @Test("37 faulty rows among 5,000 are all named, and nobody is stored")
  func namesEveryFaultyRow() async throws {
    let office = try await AdministrationDesk(countries: ["999"])
    let faulty = Set((0..<37).map { 2 + $0 * 131 })
    let rows = (2...5001).map { row in
      faulty.contains(row) ? Self.faultyRow(row) : "Ada \(row);\(Self.number(row));KS;"
    }
    let report = try await office.importPeople(
      (["name;number;unit;pin"] + rows).joined(separator: "\n"))
    #expect(Set(report.faults.map(\.row)) == faulty)
    #expect(report.faults.map(\.row) == report.faults.map(\.row).sorted())
    #expect(report.good == 5000 - 37)
    #expect(!report.isStored)
    #expect(try await office.people().isEmpty)
  }

  /// Country code 999 is given to no country: nobody can have one of these numbers.
  private static func number(_ row: Int) -> String { "+99912\(100_000 + row)" }

  private static func faultyRow(_ row: Int) -> String {
    switch row % 5 {
    case 0: ";\(number(row));KS;"
    case 1: "Bo;;KS;"
    case 2: "Bo;070-174;KS;"
    case 3: "Bo;\(number(row));KS;21"
    default: "Bo \"B;\(number(row));KS;"
    }
  }

  @Test("a number that comes twice in the table, or is registered, is a fault of its row")
  func refusesDuplicates() async throws {
    let office = try await AdministrationDesk()
    #expect(try await office.importPeople("name,number\nAda,0701740631").isStored)
    let report = try await office.importPeople(
      "name,number\nBo,0701740632\nCleo,+46 70 174 06 32\nAda,070-174 06 31")
    #expect(report.faults.map(\.row) == [3, 4])
    #expect(report.faults.map(\.text).allSatisfy { !$0.contains("0701740") })
    #expect(try await office.people().count == 1)
  }

  @Test("a dry run stores nothing")
  func dryRun() async throws {
    let office = try await AdministrationDesk()
    let report = try await office.importPeople("name,number\nAda,0701740631", isDryRun: true)
    #expect(report.good == 1)
    #expect(!report.isStored)
    #expect(try await office.people().isEmpty)
  }

  @Test(
    "a header that would lose a column is refused",
    arguments: [
      ("name,number,pinn", "pin"), ("name,phone", "not known"), ("name,unit", "no column number"),
      ("name,number,name", "twice"), ("Ada,0701740631", "not known"), ("", "no column name"),
    ])
  func refusesHeaders(header: String, words: String) {
    let table = ImportTable(Data("\(header)\nAda,0701740631,4711".utf8))
    #expect(table.entries.isEmpty)
    #expect(table.faults.count == 1)
    #expect(table.faults.first?.row == 1)
    #expect(table.faults.first?.text.contains(words) == true)
  }

  @Test("a cell with a line break inside quotation marks is one row")
  func joinsLines() {
    let table = ImportTable(Data("name,number\n\"Ada\nLind\",0701740631\nBo,0701740632".utf8))
    #expect(table.entries.map(\.row) == [2, 3])
    #expect(table.entries.map(\.order.name) == ["Ada Lind", "Bo"])
  }
}
