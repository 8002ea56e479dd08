import CheckinFlows
import Foundation

extension GatewayConfiguration {
  /// What the values mean together.
  func findings() -> [ConfigurationFinding] {
    zoneFindings() + addressFindings() + providerFindings() + nameFindings() + codesKeyFindings()
      + policyFindings()
  }

  /// A policy under which no promise can be kept is refused; an unusual one is told.
  private func policyFindings() -> [ConfigurationFinding] {
    policy.faults().map { .error($0.reason, key: $0.keys.first) }
      + policy.warnings().map { .warning($0.reason, key: $0.keys.first) }
  }

  private func codesKeyFindings() -> [ConfigurationFinding] {
    guard let codesKey, codesKey.utf8.count < Self.shortestCodesKey else { return [] }
    return [
      .error(
        "codes.key is shorter than \(Self.shortestCodesKey) characters. Make one: "
          + "`openssl rand -hex 32`.", key: "codes.key")
    ]
  }

  private static let shortestCodesKey = 16

  private func zoneFindings() -> [ConfigurationFinding] {
    guard let zone = TimeZone(identifier: timeZone) else {
      return [.error("service.timezone is not a known zone; write it as Europe/Stockholm.")]
    }
    let changes = zone.nextDaylightSavingTimeTransition(after: Date(timeIntervalSince1970: 0))
    return changes == nil && timeZone.hasPrefix("Europe/")
      ? [.error("This machine has no clock-change rules for \(timeZone). Install tzdata.")] : []
  }

  private func addressFindings() -> [ConfigurationFinding] {
    guard let url = URL(string: publicURL), let host = url.host, let scheme = url.scheme else {
      return [
        .error(
          "http.public-url must be a whole address, such as https://trygg.example.",
          key: "http.public-url")
      ]
    }
    guard scheme == "http" else { return [] }
    let isLoopback = ["localhost", "127.0.0.1", "::1"].contains(host)
    return isLoopback
      ? [
        .warning(
          "http.public-url is http on loopback: fine for a trial, not for real use.",
          key: "http.public-url")
      ]
      : [
        .error(
          "http.public-url must be https: codes and keys travel through it.",
          key: "http.public-url")
      ]
  }

  private func providerFindings() -> [ConfigurationFinding] {
    guard !providers.isEmpty else {
      return [
        .error(
          "No provider is set. Set providers, for instance to 46elks, and the keys under it; "
            + "`gatewayd config example` shows them.", key: "providers")
      ]
    }
    return providers.flatMap(findings(of:))
  }

  private func findings(of provider: ProviderConfiguration) -> [ConfigurationFinding] {
    var list: [ConfigurationFinding] = []
    let key = "providers.\(provider.name)"
    if provider.kind != "46elks" {
      list.append(
        .error(
          "\(key).kind is \(provider.kind); this version speaks 46elks.", key: "\(key).kind"))
    }
    if provider.webhookSecret.count < 22 {
      list.append(
        .warning(
          "\(key).webhook-secret is short. Make one: `openssl rand -hex 16`.",
          key: "\(key).webhook-secret"))
    }
    let unreserved = provider.webhookSecret.utf8.allSatisfy {
      ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x61 && $0 <= 0x7A)
        || [0x2D, 0x2E, 0x5F, 0x7E].contains($0)
    }
    if !unreserved {
      list.append(
        .error(
          "\(key).webhook-secret may hold letters, digits, - . _ and ~ only.",
          key: "\(key).webhook-secret"))
    }
    return list
  }

  private func nameFindings() -> [ConfigurationFinding] {
    serviceName.count > 12
      ? [.error("service.name has more than 12 characters; texts would not fit 160.")] : []
  }
}
