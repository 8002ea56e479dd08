import ArgumentParser
import Gateway

struct ConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show the configuration, or an example of one.",
    subcommands: [Show.self, Example.self, Get.self])

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print every key with the value that holds; secrets as ***.")
    @OptionGroup var source: ConfigurationOptions

    func run() async throws {
      let values = try await source.layers().load()
      print(ConfigurationText.shown(values), terminator: "")
    }
  }

  struct Example: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a commented configuration file to start from.")

    func run() async throws {
      print(ConfigurationText.example(), terminator: "")
    }
  }

  struct Get: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the value of one key.")
    @OptionGroup var source: ConfigurationOptions
    @Argument(help: "The key, such as http.public-url.") var key: String

    func run() async throws {
      let values = try await source.layers().load()
      guard let text = try ConfigurationText.value(of: key, in: values) else {
        throw ExitCode(1)
      }
      print(text)
    }
  }
}
