import ArgumentParser
import CheckinFlows
import Gateway
import GatewayEngine

/// `gatewayd user …`: those who work the cases, or may look at them.
struct UserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: "Add, list and disable operators and other users.",
    subcommands: [Add.self, List.self, Disable.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a user. An operator becomes the last rung of the ladder.")
    @OptionGroup var source: ConfigurationOptions
    @Argument(help: "The name, as pages and the log show it.") var name: String
    @Option(help: "Telephone number; operators need one.") var number: String?
    @Option(help: "operator, officer, admin, auditor or wall.") var role: OperatorRole
    @Option(help: "sv or en. Default: sv.") var language: LanguageArgument?
    @Flag(help: "On duty at once.") var onDuty = false
    @OptionGroup var code: UserCodeOptions

    func run() async throws {
      var order = UserOrder(
        name: name, role: role, number: number, language: language?.language ?? .swedish,
        isOnDuty: onDuty)
      order.code = try code.read(for: name)
      let row = try await source.administer { [order] in try await $0.addUser(order) }
      guard let rung = row.rung else { return print("Added \(row.name), \(row.role.rawValue).") }
      let duty = row.onDutySince == nil ? "off duty; `gatewayd duty on` changes that" : "on duty"
      print("Added \(row.name), operator, rung \(rung) of the ladder, \(duty).")
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List users, operators first in the order in which they are paged.")
    @OptionGroup var source: ConfigurationOptions

    func run() async throws {
      let users = try await source.administer { try await $0.users() }
      print(
        TextTable.text(
          ["NAME", "ROLE", "RUNG", "NUMBER", "LANGUAGE", "STATE"],
          users.map { row in
            [
              row.name, row.role.rawValue, row.rung.map(String.init) ?? "",
              row.number?.national ?? "", row.language.rawValue, state(row),
            ]
          }))
    }

    private func state(_ row: OperatorRow) -> String {
      if row.isDisabled { return "disabled" }
      return row.onDutySince == nil ? "" : "on duty"
    }
  }

  struct Disable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a user out of service. The log keeps the name.")
    @OptionGroup var source: ConfigurationOptions
    @Argument(help: "The user's name.") var name: String

    func run() async throws {
      try await source.administer { try await $0.disableUser(named: name) }
      print("Disabled \(name).")
    }
  }
}

/// An operator's own code, asked for in calls and texts where it is set. Never an argument: other
/// users of the machine can read those.
struct UserCodeOptions: ParsableArguments {
  @Option(help: "File whose first line is the operator's own code.") var codeFile: String?
  @Flag(help: "Read the operator's own code from standard input.") var codeStdin = false

  func validate() throws {
    guard codeFile == nil || !codeStdin else {
      throw ValidationError("Give --code-file or --code-stdin, not both.")
    }
  }

  func read(for name: String) throws -> String? {
    if let codeFile { return try SecretInput.firstLine(ofFile: codeFile) }
    if codeStdin { return try SecretInput.lineFromStandardInput() }
    return SecretInput.asked("Code for \(name), 4 to 8 digits; empty for none: ")
  }
}

extension OperatorRole: ExpressibleByArgument {}
