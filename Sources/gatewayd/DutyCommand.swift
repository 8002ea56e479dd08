import ArgumentParser
import CheckinFlows
import Gateway
import GatewayEngine

/// `gatewayd duty …`: who is paged.
struct DutyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duty", abstract: "Put operators on and off duty, and see who is.",
    subcommands: [On.self, Off.self, List.self])

  struct On: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put an operator on duty. Open cases page at once.")
    @OptionGroup var source: ConfigurationOptions
    @Argument(help: "The operator's name.") var name: String

    func run() async throws {
      let row = try await source.administer { try await $0.setDuty(true, of: name) }
      print("\(row.name) is on duty.")
    }
  }

  struct Off: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take an operator off duty.")
    @OptionGroup var source: ConfigurationOptions
    @Argument(help: "The operator's name.") var name: String

    func run() async throws {
      let (row, left) = try await source.administer { desk in
        let row = try await desk.setDuty(false, of: name)
        return (row, try await desk.ladder().filter { $0.onDutySince != nil })
      }
      print("\(row.name) is off duty.")
      if left.isEmpty { print("NOBODY is on duty now: no page reaches an operator at once.") }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the ladder, in the order in which operators are paged.")
    @OptionGroup var source: ConfigurationOptions
    @Argument(help: "Only this operator.") var name: String?

    func run() async throws {
      let (ladder, text) = try await source.administer { desk in
        (try await desk.ladder(), WatchText(zone: desk.zone))
      }
      let shown = ladder.filter { name == nil || $0.name == name }
      print(
        TextTable.text(
          ["RUNG", "NAME", "NUMBER", "ON DUTY SINCE"],
          shown.map { row in
            [
              row.rung.map(String.init) ?? "", row.name, row.number?.national ?? "",
              row.onDutySince.map(text.time) ?? "-",
            ]
          }))
      if !ladder.contains(where: { $0.onDutySince != nil }) {
        print("NOBODY is on duty: no page reaches an operator at once.")
      }
    }
  }
}
