import GatewayEngine
import GatewayHTTP
import GatewayProviders

/// The telephone companies that can be configured: one line each.
enum ProviderRegistry {
  static func make(
    _ provider: ProviderConfiguration, of configuration: GatewayConfiguration, client: CurlClient
  ) throws -> any TelephonyProvider {
    switch provider.kind {
    case "46elks": try fortySixElks(provider, configuration, client)
    default:
      throw ConfigurationRefused(findings: [
        .error("providers.\(provider.name).kind is \(provider.kind); this version speaks 46elks.")
      ])
    }
  }

  private static func fortySixElks(
    _ provider: ProviderConfiguration, _ configuration: GatewayConfiguration, _ client: CurlClient
  ) throws -> any TelephonyProvider {
    FortySixElks(
      settings: .init(
        name: provider.name, baseURL: provider.baseURL,
        credentials: BasicCredentials(user: provider.username, password: provider.password),
        number: provider.number, publicURL: configuration.publicURL,
        webhookSecret: provider.webhookSecret,
        sources: try SourceAddressRule(
          allowed: provider.sourceAddresses, trustedProxies: configuration.trustedProxies)),
      client: client)
  }
}
