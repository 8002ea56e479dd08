import ArgumentParser
import Gateway

/// Where the configuration comes from; shared by all commands that need one.
struct ConfigurationOptions: ParsableArguments {
  @Option(help: "Configuration file. Environment variables GATEWAYD_… win over it.")
  var config: String?

  func layers(_ options: [String: String] = [:]) -> ConfigurationLayers {
    var layers = ConfigurationLayers()
    layers.file = config
    layers.options = options
    return layers
  }

  /// Everything, or an error that names each fault and what to do.
  func load(_ options: [String: String] = [:]) async throws -> GatewayConfiguration {
    try await GatewayConfiguration.load(layers(options))
  }

  /// Does something on the database, and closes it whatever happens.
  func administer<Result: Sendable>(
    _ body: (Administration) async throws -> Result
  ) async throws -> Result {
    let configuration = try await GatewayConfiguration.loadForDatabase(layers())
    let administration = try await Administration.open(configuration)
    do {
      let result = try await body(administration)
      await administration.close()
      return result
    } catch {
      await administration.close()
      throw error
    }
  }
}
