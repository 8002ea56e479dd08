package import CheckinFlows
package import GatewayEngine
package import GatewayHTTP

/// 46elks, in our words. The only folder that knows its field names.
package struct FortySixElks: TelephonyProvider {
  /// What an installation says about its account.
  package struct Settings: Sendable {
    package var name: String
    /// Ends in `/a1`; a slash after it is allowed.
    package var baseURL: String
    package var credentials: BasicCredentials
    package var number: PhoneNumber
    /// How 46elks reaches us: absolute, without a path of its own unless a proxy adds one.
    package var publicURL: String
    /// The unguessable part of our webhooks' paths. With an empty one every webhook is refused.
    package var webhookSecret: String
    package var sources: SourceAddressRule

    package static let defaultBaseURL = "https://api.46elks.com/a1"

    package init(
      name: String, baseURL: String = defaultBaseURL, credentials: BasicCredentials,
      number: PhoneNumber, publicURL: String, webhookSecret: String, sources: SourceAddressRule
    ) {
      self.name = name
      self.baseURL = baseURL
      self.credentials = credentials
      self.number = number
      self.publicURL = publicURL
      self.webhookSecret = webhookSecret
      self.sources = sources
    }
  }

  let settings: Settings
  let addresses: ElksAddresses
  let client: ElksClient

  package init(settings: Settings, client: CurlClient) {
    self.settings = settings
    addresses = ElksAddresses(publicURL: settings.publicURL, secret: settings.webhookSecret)
    self.client = ElksClient(
      curl: client, baseURL: ElksAddresses.withoutSlash(settings.baseURL),
      credentials: settings.credentials)
  }

  package var name: String { settings.name }
  package var number: PhoneNumber { settings.number }

  /// No event tells that a phone rings; webhooks come again for at least six hours.
  package var capabilities: ProviderCapabilities {
    ProviderCapabilities(reportsRinging: false, repeatsWebhooks: true)
  }
}
