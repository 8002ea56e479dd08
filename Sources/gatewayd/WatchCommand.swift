import ArgumentParser
import CheckinFlows
import Gateway

/// `gatewayd watch …`: for when the web is down.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "List, show and close watches from the terminal.",
    subcommands: [List.self, Show.self, Close.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List live watches, the newest first. The look is written to the log.")
    @OptionGroup var source: ConfigurationOptions
    @Flag(help: "Closed ones too.") var all = false
    @Option(help: "At most so many.") var limit = 200

    func run() async throws {
      let text = try await source.administer { desk in
        try await desk.logLook("watches.listed")
        let watches = try await desk.watches(includingClosed: all, limit: max(1, limit))
        return watches.isEmpty
          ? "There is no \(all ? "" : "live ")watch." : WatchText(zone: desk.zone).table(watches)
      }
      print(text)
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show everything about a watch. The look is written to the log.")
    @OptionGroup var source: ConfigurationOptions
    @Argument(help: "The reference, such as T1001.") var reference: String

    func run() async throws {
      let text = try await source.administer { desk in
        let facts = try await desk.watch(reference)
        try await desk.logLook("watch.shown", watch: facts.watch.id)
        return WatchText(zone: desk.zone).whole(facts)
      }
      print(text)
    }
  }

  struct Close: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "End a watch because somebody is known to be safe. The person gets a text.")
    @OptionGroup var source: ConfigurationOptions
    @Argument(help: "The reference, such as T1001.") var reference: String
    @Option(help: "How you know; it is kept in the log.") var reason: String
    @Flag(help: "The watch was never needed: end it as cancelled instead of safe.")
    var cancelled = false

    func run() async throws {
      try await source.administer {
        try await $0.closeWatch(reference, as: cancelled ? .cancelled : .safe, reason: reason)
      }
      print("Closed \(reference) as \(cancelled ? "cancelled" : "safe").")
    }
  }
}
