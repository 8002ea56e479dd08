import ArgumentParser
import Gateway
import Logging

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Run the gateway until SIGTERM. Migrates the database at start.")
  @OptionGroup var source: ConfigurationOptions
  @Option(help: "Port of the public listener.") var port: Int?
  @Option(help: "Address of the public listener.") var bind: String?

  func run() async throws {
    var options: [String: String] = [:]
    options["http.port"] = port.map(String.init)
    options["http.bind"] = bind
    let settings = try await source.load(options)
    let logger = LogSetup.bootstrap(settings)
    let service = try await GatewayService(settings, logger: logger)
    try await service.run { port in
      logger.notice("service.ready", metadata: ["port": "\(port)"])
    }
    logger.notice("service.stopped")
  }
}
