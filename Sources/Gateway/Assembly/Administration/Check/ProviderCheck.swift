import GatewayEngine
import GatewayHTTP
import GatewayProviders

/// Each telephone company answers, can be paid, and knows where to call us.
struct ProviderCheck {
  private let configuration: GatewayConfiguration
  private let isServing: Bool

  /// 100 in the account's currency: some hundred texts, or one bad night.
  private static let comfortableBalance = 1_000_000
  private static let reachTimeoutSeconds = 10.0

  init(_ configuration: GatewayConfiguration, isServing: Bool) {
    self.configuration = configuration
    self.isServing = isServing
  }

  func findings() async -> [ConfigurationFinding] {
    do {
      let client = try CurlClient()
      var findings: [ConfigurationFinding] = []
      for provider in configuration.providers {
        findings += await self.findings(of: provider, client)
      }
      findings += await publicAddressFindings(client)
      await client.shutdown()
      return findings
    } catch {
      return [.error(ErrorWords.text(of: error))]
    }
  }

  private func findings(
    of settings: ProviderConfiguration, _ client: CurlClient
  ) async -> [ConfigurationFinding] {
    // What is missing was told when the configuration was read.
    guard !settings.username.isEmpty, !settings.password.isEmpty else { return [] }
    let key = "providers.\(settings.name)"
    do {
      let provider = try ProviderRegistry.make(settings, of: configuration, client: client)
      let account = try await provider.account()
      return accountFindings(account, key) + (await numberFindings(provider, settings, key))
    } catch let failure as ProviderFailure {
      return [.error("\(key): \(failure.reason).", key: key)]
    } catch {
      return [.error("\(key): \(ErrorWords.text(of: error))", key: key)]
    }
  }

  private func accountFindings(_ account: AccountState, _ key: String) -> [ConfigurationFinding] {
    guard account.canSend else {
      return [.error("\(key): the account has no money left. Top it up.", key: key)]
    }
    guard let balance = account.balance, balance < Self.comfortableBalance else { return [] }
    return [
      .warning("\(key): \(balance / 10_000) is left on the account. Top it up.", key: key)
    ]
  }

  private func numberFindings(
    _ provider: any TelephonyProvider, _ settings: ProviderConfiguration, _ key: String
  ) async -> [ConfigurationFinding] {
    guard let elks = provider as? FortySixElks else { return [] }
    do {
      let names = try await elks.numberDifferences().joined(separator: ", ")
      guard !names.isEmpty else { return [] }
      let text = "\(key): \(names) of our number there do not lead to this gateway"
      guard !settings.configuresNumber else {
        return [.warning("\(text); `serve` sets them at start.", key: key)]
      }
      return [
        .error("\(text). Set them there, or \(key).configure-number to true.", key: key)
      ]
    } catch let failure as ProviderFailure {
      return [.error("\(key): \(failure.reason).", key: key)]
    } catch {
      return [.error("\(key): \(ErrorWords.text(of: error))", key: key)]
    }
  }

  /// Only while `serve` runs is somebody there to answer.
  private func publicAddressFindings(_ client: CurlClient) async -> [ConfigurationFinding] {
    guard isServing else { return [] }
    let request = HTTPRequest(
      method: .get, url: "\(configuration.publicURL)/audio/sv/check.wav",
      timeoutSeconds: Self.reachTimeoutSeconds)
    do throws(TransferFailure) {
      let response = try await client.send(request)
      guard response.status >= 500 else { return [] }
      return [unreachable("the answer was \(response.status)")]
    } catch {
      return [unreachable("\(error)")]
    }
  }

  private func unreachable(_ reason: String) -> ConfigurationFinding {
    .warning(
      "http.public-url does not lead to the running gateway from here: \(reason). Check the proxy "
        + "and the name.", key: "http.public-url")
  }
}
