import ArgumentParser
import CheckinFlows
import Gateway
import GatewayEngine

/// `gatewayd person …`: those who are protected.
struct PersonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "Add, list and import the people who are protected.",
    subcommands: [Add.self, List.self, PersonImportCommand.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add a person.")
    @OptionGroup var source: ConfigurationOptions
    @Argument(help: "The name.") var name: String
    @Option(help: "Telephone number, such as 070-174 06 05.") var number: String
    @Option(help: "Organisation unit, board or committee.") var unit: String?
    @Option(help: "Party, of an elected representative.") var party: String?
    @Option(help: "sv or en. Default: sv.") var language: LanguageArgument?
    @OptionGroup var codes: PersonCodeOptions

    func run() async throws {
      let (pin, duressPin) = try codes.read()
      let order = PersonOrder(
        name: name, number: number, unit: unit, party: party,
        language: language?.language ?? .swedish, code: pin, duressCode: duressPin)
      let (row, sharesNumber) = try await source.administer { try await $0.addPerson(order) }
      print("Added \(row.name) as person \(row.id.rawValue).")
      if sharesNumber {
        print("Somebody else has that number: a text from it does not tell who sent it.")
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List people. The look is written to the log.")
    @OptionGroup var source: ConfigurationOptions

    /// Read and printed in pieces, so that a large register needs little memory.
    private static let peopleAtATime = 500

    func run() async throws {
      try await source.administer { desk in
        try await desk.logLook("people.listed")
        print("ID\tNAME\tNUMBERS\tUNIT\tPARTY\tLANGUAGE\tCODE")
        var last: PersonID?
        repeat {
          let people = try await desk.people(after: last, limit: Self.peopleAtATime)
          for person in people { print(line(person)) }
          last = people.count < Self.peopleAtATime ? nil : people.last?.row.id
        } while last != nil
      }
    }

    private func line(_ person: PersonWithNumbers) -> String {
      let row = person.row
      return [
        "\(row.id.rawValue)", row.name, person.numbers.map(\.national).joined(separator: ", "),
        row.unit ?? "", row.party ?? "", row.language.rawValue,
        row.duressCodeHash != nil ? "both" : row.codeHash != nil ? "personal" : "none",
      ].joined(separator: "\t")
    }
  }
}

/// A person's codes. Never an argument: other users of the machine can read those.
struct PersonCodeOptions: ParsableArguments {
  @Option(help: "File whose first line is the personal code.") var pinFile: String?
  @Option(help: "File whose first line is the duress code.") var duressPinFile: String?
  @Flag(
    help: "Read the codes from standard input: the personal one, then the duress one, a line each.")
  var pinStdin = false

  func validate() throws {
    guard !pinStdin || (pinFile == nil && duressPinFile == nil) else {
      throw ValidationError("Give the codes by --pin-stdin or by files, not both.")
    }
  }

  func read() throws -> (pin: String?, duressPin: String?) {
    if pinStdin {
      return (try SecretInput.lineFromStandardInput(), try? SecretInput.lineFromStandardInput())
    }
    if pinFile != nil || duressPinFile != nil {
      return (
        try pinFile.flatMap(SecretInput.firstLine(ofFile:)),
        try duressPinFile.flatMap(SecretInput.firstLine(ofFile:))
      )
    }
    guard let pin = SecretInput.asked("Personal code, 4 to 8 digits; empty for none: ") else {
      return (nil, nil)
    }
    return (pin, SecretInput.asked("Duress code, 4 to 8 digits; empty for none: "))
  }
}
