import CheckinFlows
import Foundation
import GatewayEngine
import GatewayHTTP
import GatewayStore
import GatewayVoice
import Logging

/// How the parts are made from the configuration.
extension GatewayService {
  static func zone(of configuration: GatewayConfiguration) throws -> TenantZone {
    guard let zone = TenantZone(identifier: configuration.timeZone), zone.isComplete else {
      throw ConfigurationRefused(findings: [
        .error(
          "This machine has no clock-change rules for \(configuration.timeZone). Install tzdata, "
            + "or correct service.timezone.")
      ])
    }
    return zone
  }

  static func providers(
    of configuration: GatewayConfiguration, client: CurlClient
  ) throws -> [(configuration: ProviderConfiguration, provider: any TelephonyProvider)] {
    try configuration.providers.map {
      ($0, try ProviderRegistry.make($0, of: configuration, client: client))
    }
  }

  static func audio(of configuration: GatewayConfiguration, logger: Logger) -> PromptLibrary {
    let beside = URL(filePath: configuration.databasePath).deletingLastPathComponent()
    let cache = configuration.voiceCacheFolder.map { URL(filePath: $0) }
    return PromptLibrary(
      recordings: URL(filePath: configuration.promptsFolder),
      cache: cache ?? beside.appending(path: "prompts"), espeak: configuration.espeakProgram,
      onFault: { logger.error("voice.fault", metadata: ["error": "\($0)"]) })
  }

  static func engineConfiguration(
    _ configuration: GatewayConfiguration, zone: TenantZone, codeKey: [UInt8]
  ) throws -> Engine.Configuration {
    let brakes = configuration.providers.map {
      ($0.name, BrakeLimits(mostPerSecond: $0.maxPerSecond, mostInFlight: $0.maxInFlight))
    }
    return Engine.Configuration(
      zone: zone, flows: try flowConfiguration(configuration), codeKey: codeKey,
      brakes: Dictionary(brakes) { first, _ in first },
      heartbeatSeconds: configuration.heartbeatIntervalSeconds)
  }

  private static func flowConfiguration(
    _ configuration: GatewayConfiguration
  ) throws -> FlowRunner.Configuration {
    let own = configuration.providers.map(\.number)
    guard let number = configuration.serviceNumber ?? own.first else {
      throw ConfigurationRefused(findings: [
        .error("No number to call is known. Set service.number, or a provider with its number.")
      ])
    }
    let texts = TextSettings(
      serviceName: configuration.serviceName,
      phoneNumber: number,
      zone: TimeZone(identifier: configuration.timeZone) ?? .gmt)
    let rule = DiallingRule(allowedCountries: configuration.countries, ownNumbers: Set(own))
    var flows = FlowRunner.Configuration(texts: texts, diallingRule: rule)
    switch configuration.outside {
    case .none: break
    case .numbers(let numbers): flows.outsideNumbers = numbers
    case .command(let command): flows.outsideCommands = [command]
    }
    return flows
  }

  static func world(
    _ configuration: GatewayConfiguration, _ store: SQLiteStore,
    _ providers: [any TelephonyProvider], clock: any EngineClock, random: any RandomSource,
    client: CurlClient?, logger: Logger
  ) -> Engine.World {
    var world = Engine.World(
      store: store, providers: providers, clock: clock, random: random, logger: logger)
    world.outside = ProcessOutsideCommand()
    guard let client else { return world }
    world.steady = SystemSteadyClock()
    world.disk = DatabaseDisk(databasePath: configuration.databasePath)
    world.heartbeat = configuration.heartbeatURL.map { HTTPHeartbeat(client: client, url: $0) }
    return world
  }

  static func desks(
    _ configuration: GatewayConfiguration, audio: PromptLibrary
  ) -> Engine.Desks {
    Engine.Desks(
      operators: { OperatorTextDesk($0, sendsCards: configuration.sendsCards) },
      calls: { core in
        TelephoneDesk(
          core,
          .init(language: configuration.language, staffedNumber: configuration.staffedNumber),
          audio: audio)
      })
  }
}
